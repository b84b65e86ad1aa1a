import { z } from "zod";
import { commandWords } from "./command-words.server.ts";

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
  SESSION_SECRET: z.string().min(32).max(512).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  TRUSTED_PROXY_HOPS: wholeNumber(10).default(0),
  DEMO_WORKSPACE: z.enum(["on", "off"]).optional(),
  SCAN_COMMAND: z
    .string()
    .transform(commandWords)
    .refine((words) => words !== null)
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
});

/** Of mails that leave nowhere. */
const FROM_NOBODY = "pinhigh@localhost.localdomain";

const TAKES: Record<keyof z.infer<typeof schema>, string> = {
  PORT: "a port number from 0 to 65535",
  HOST: "an address to listen on, such as 127.0.0.1",
  APP_URL: "the public origin, such as https://assess.example.com, without a path",
  DATABASE_URL: "a PostgreSQL address, such as postgresql://user@host:5432/name",
  DATA_DIR: "a folder",
  SESSION_SECRET: "32 to 512 random characters, such as `openssl rand -base64 32` prints, the same for every process",
  SMTP_URL: "the address of a mail server, such as smtps://user:password@mail.example.com",
  MAIL_FROM: "the mail address that mails come from",
  DEMO_WORKSPACE: "on or off",
  TRUSTED_PROXY_HOPS: "a whole number from 0 to 10",
  SCAN_COMMAND: "a program that is there, and its arguments, such as /usr/bin/clamdscan --fdpass -; each may stand in double quotes",
  LOG_LEVEL: `one of ${LOG_LEVELS.join(", ")}`,
};

/** Their values hold a password or are one, so they are not repeated. */
const SECRETS: ReadonlySet<string> = new Set(["DATABASE_URL", "SESSION_SECRET", "SMTP_URL"]);

export type Environment = {
  port: number;
  host: string;
  /** Public origin, without a slash at the end. */
  appUrl: string;
  databaseUrl: string | undefined;
  dataDirectory: string;
  /** Null with the embedded database, where one is made in the data folder. */
  sessionSecret: string | null;
  /** Null: mails land in the data folder. */
  smtpUrl: string | null;
  mailFrom: string;
  trustedProxyHops: number;
  /** Whether visitors may look around in invented organisations; unset: with the embedded database only. */
  demoWorkspace: boolean;
  /** The program that looks at uploaded files, and its arguments; null: none does. */
  scanCommand: readonly [string, ...string[]] | null;
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
    const is = SECRETS.has(name) ? "cannot be used" : `is ${JSON.stringify(given[name])}`;
    throw new StartProblem(`${name} ${is}; it takes ${TAKES[name]}.`);
  }
  const env = parsed.data;
  if (env.DATABASE_URL && !env.APP_URL) {
    throw new StartProblem(`APP_URL is not set; with DATABASE_URL it takes ${TAKES.APP_URL}.`);
  }
  if (env.DATABASE_URL && !env.SESSION_SECRET) {
    throw new StartProblem(`SESSION_SECRET is not set; with DATABASE_URL it takes ${TAKES.SESSION_SECRET}.`);
  }
  if (env.SMTP_URL && !env.MAIL_FROM) {
    throw new StartProblem(`MAIL_FROM is not set; with SMTP_URL it takes ${TAKES.MAIL_FROM}.`);
  }
  return {
    port: env.PORT,
    host: env.HOST,
    appUrl: new URL(env.APP_URL ?? `http://localhost:${env.PORT}`).origin,
    databaseUrl: env.DATABASE_URL,
    dataDirectory: env.DATA_DIR,
    sessionSecret: env.SESSION_SECRET ?? null,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? FROM_NOBODY,
    trustedProxyHops: env.TRUSTED_PROXY_HOPS,
    demoWorkspace: (env.DEMO_WORKSPACE ?? (env.DATABASE_URL ? "off" : "on")) === "on",
    scanCommand: env.SCAN_COMMAND ?? null,
    logLevel: env.LOG_LEVEL,
  };
}

/** Scheme, host and port alone. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}
