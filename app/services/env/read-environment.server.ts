import { z } from "zod";

/** A start that cannot go on: the message is one line for the operator. */
export class StartProblem extends Error {}

/** Digits and nothing else: a blank, "0x50" or "1e3" is a slip, not a number. */
const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value <= most);
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const schema = z.object({
  PORT: wholeNumber(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  APP_URL: z.string().refine(isOrigin).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  TRUSTED_PROXY_HOPS: wholeNumber(10).default(0),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
});

const TAKES: Record<keyof z.infer<typeof schema>, string> = {
  PORT: "a port number from 0 to 65535",
  HOST: "an address to listen on, such as 127.0.0.1",
  APP_URL: "the public origin, such as https://assess.example.com, without a path",
  DATABASE_URL: "a PostgreSQL address, such as postgresql://user@host:5432/name",
  DATA_DIR: "a folder",
  TRUSTED_PROXY_HOPS: "a whole number from 0 to 10",
  LOG_LEVEL: `one of ${LOG_LEVELS.join(", ")}`,
};

export type Environment = {
  port: number;
  host: string;
  /** Public origin, without a slash at the end. */
  appUrl: string;
  databaseUrl: string | undefined;
  dataDirectory: string;
  trustedProxyHops: number;
  logLevel: (typeof LOG_LEVELS)[number];
};

/**
 * Reads the settings of contract.md. An empty value counts as unset.
 * @throws StartProblem naming the variable and what it takes
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.keys(TAKES).flatMap((key) => (source[key] ? [[key, source[key]]] : [])));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]!.path[0]) as keyof typeof TAKES;
    // An address of a database holds its password, so it is not repeated.
    const is = name === "DATABASE_URL" ? "cannot be read" : `is ${JSON.stringify(given[name])}`;
    throw new StartProblem(`${name} ${is}; it takes ${TAKES[name]}.`);
  }
  const env = parsed.data;
  if (env.DATABASE_URL && !env.APP_URL) {
    throw new StartProblem(`APP_URL is not set; with DATABASE_URL it takes ${TAKES.APP_URL}.`);
  }
  return {
    port: env.PORT,
    host: env.HOST,
    appUrl: new URL(env.APP_URL ?? `http://localhost:${env.PORT}`).origin,
    databaseUrl: env.DATABASE_URL,
    dataDirectory: env.DATA_DIR,
    trustedProxyHops: env.TRUSTED_PROXY_HOPS,
    logLevel: env.LOG_LEVEL,
  };
}

/** Scheme, host and port alone. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}
