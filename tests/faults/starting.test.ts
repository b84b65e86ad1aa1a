import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientOf } from "../routes/product-client.ts";
import { freePort, launchProduct, type Product, type ProductSettings, startProduct } from "../setup/start-product.ts";
import { dataFolder } from "./fault-databases.ts";

let first: Product;
const folder = dataFolder();
beforeAll(async () => {
  first = await startProduct({ dataDirectory: folder.dataDirectory });
});
afterAll(async () => {
  await first.stop();
  folder.remove();
});

/** Starts where it cannot work: gives the exit code and everything that was printed. */
async function refused(settings: ProductSettings): Promise<{ code: number | null; lines: string[] }> {
  const launched = await launchProduct(settings);
  const ended = new Promise<number | null>((resolve) => launched.process.once("exit", resolve));
  await expect(launched.ready).rejects.toThrow();
  const code = await ended;
  return { code, lines: launched.output().trimEnd().split("\n") };
}

describe("a second process on one data folder", () => {
  it("refuses with one line that names the first, and the first goes on", async () => {
    const token = await clientOf(first).begin("martech-stack");
    const { code, lines } = await refused({ dataDirectory: folder.dataDirectory });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(
      new RegExp(
        `^Pinhigh did not start\\. DATA_DIR ${folder.dataDirectory} is in use by process ${first.process.pid} on .+, started \\d{4}-.+Z\\. Stop it, or set another DATA_DIR\\.$`,
      ),
    );
    const client = clientOf(first);
    expect((await client.save(token, [{ itemId: "lead-management", answer: { state: "not_sure" }, basedOn: 0 }])).status).toBe(200);
    expect(JSON.parse(readFileSync(path.join(folder.dataDirectory, "lock.json"), "utf8"))).toMatchObject({ pid: first.process.pid });
  });
});

describe("a start that cannot be", () => {
  it.each([
    ["PORT", "99999", "PORT"],
    ["PORT", "http", "PORT"],
    ["APP_URL", "assess.example.com", "APP_URL"],
    ["DATABASE_URL", "mysql://user:s3cret@host/name", "DATABASE_URL"],
    ["TRUSTED_PROXY_HOPS", "all", "TRUSTED_PROXY_HOPS"],
    ["SCAN_COMMAND", "/no/such/scanner", "SCAN_COMMAND"],
    ["LOG_LEVEL", "loud", "LOG_LEVEL"],
  ])("for %s=%s says so in one line and exits with 1", async (name, value, named) => {
    const { code, lines } = await refused({ env: { [name]: value } });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^Pinhigh did not start\\. ${named} .*; it takes .+\\.$`));
    expect(lines[0]).not.toContain("s3cret");
  });

  it("because the port is taken says so in one line, exits with 1, and leaves the folder free", async () => {
    const port = await freePort();
    const other: Server = await new Promise((resolve) => {
      const server = createServer().listen(port, "127.0.0.1", () => resolve(server));
    });
    const own = dataFolder();
    try {
      const { code, lines } = await refused({ port, dataDirectory: own.dataDirectory });
      expect(code).toBe(1);
      expect(lines).toEqual([`Pinhigh did not start. PORT ${port} is taken by another program. Stop it, or set another PORT.`]);
      await new Promise((resolve) => other.close(resolve));
      const again = await startProduct({ port, dataDirectory: own.dataDirectory });
      expect(await again.stop()).toBe(0);
    } finally {
      other.close();
      own.remove();
    }
  });

  it("because the database does not answer says so in one line, without its password", async () => {
    const port = await freePort();
    const { code, lines } = await refused({ env: { DATABASE_URL: `postgresql://user:s3cret@127.0.0.1:${port}/name` } });
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^Pinhigh did not start\. DATABASE_URL does not answer: /);
    expect(lines[0]).not.toContain("s3cret");
  });

  it("because the data folder is a file says so in one line", async () => {
    const own = dataFolder();
    const dataDirectory = path.join(own.dataDirectory, "file");
    writeFileSync(dataDirectory, "");
    const { code, lines } = await refused({ dataDirectory });
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toMatch(/^Pinhigh did not start\. DATA_DIR .+ cannot be used: /);
    own.remove();
  });

  it("because the stored database is broken says so in one line", async () => {
    const own = dataFolder();
    mkdirSync(path.join(own.dataDirectory, "postgres"));
    writeFileSync(path.join(own.dataDirectory, "postgres", "PG_VERSION"), "7\n");
    const { code, lines } = await refused({ dataDirectory: own.dataDirectory });
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(/^Pinhigh did not start\. The embedded database in .+ did not open: /);
    own.remove();
  });
});

describe("a lock that a killed process left", () => {
  it("keeps nobody out", async () => {
    const own = dataFolder();
    const killed = await startProduct({ dataDirectory: own.dataDirectory });
    const token = await clientOf(killed).begin("martech-stack");
    await killed.stop("SIGKILL");
    const next = await startProduct({ dataDirectory: own.dataDirectory });
    expect((await clientOf(next).ask(`/take/${token}`)).status).toBe(200);
    expect(await next.stop()).toBe(0);
    rmSync(own.dataDirectory, { recursive: true });
  });
});
