import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

export type Metrics = {
  observe(method: string, status: number, seconds: number): void;
  text(): Promise<string>;
  contentType: string;
};

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Process figures and a histogram of request durations, in Prometheus' text form. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "Duration of HTTP requests in seconds",
    labelNames: ["method", "status"] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return {
    observe: (method, status, seconds) => durations.observe({ method: METHODS.has(method) ? method : "other", status: String(status) }, seconds),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
