import { describe, expect, it } from "vitest";
import { readEnvironment, StartProblem } from "#app/services/env/read-environment.server.ts";

const DEFAULTS = {
  port: 3000,
  host: "127.0.0.1",
  appUrl: "http://localhost:3000",
  databaseUrl: undefined,
  dataDirectory: "./data",
  sessionSecret: null,
  smtpUrl: null,
  mailFrom: "pinhigh@localhost.localdomain",
  trustedProxyHops: 0,
  demoWorkspace: true,
  scanCommand: null,
  logLevel: "info",
};
const TAKES: Record<string, string> = {
  PORT: "a port number from 0 to 65535",
  APP_URL: "the public origin, such as https://assess.example.com, without a path",
  SESSION_SECRET: "32 to 512 random characters, such as `openssl rand -base64 32` prints, the same for every process",
  SMTP_URL: "the address of a mail server, such as smtps://user:password@mail.example.com",
  MAIL_FROM: "the mail address that mails come from",
  DATABASE_URL: "a PostgreSQL address, such as postgresql://user@host:5432/name",
  TRUSTED_PROXY_HOPS: "a whole number from 0 to 10",
  DEMO_WORKSPACE: "on or off",
  SCAN_COMMAND: "a program that is there, and its arguments, such as /usr/bin/clamdscan --fdpass -; each may stand in double quotes",
  LOG_LEVEL: "one of fatal, error, warn, info, debug, trace, silent",
};

describe("the environment", () => {
  it("may be empty", () => {
    expect(readEnvironment({})).toEqual(DEFAULTS);
  });

  it("counts an empty value as unset", () => {
    expect(
      readEnvironment({
        PORT: "",
        HOST: "",
        APP_URL: "",
        DATABASE_URL: "",
        DATA_DIR: "",
        SESSION_SECRET: "",
        SMTP_URL: "",
        MAIL_FROM: "",
        TRUSTED_PROXY_HOPS: "",
        DEMO_WORKSPACE: "",
        SCAN_COMMAND: "",
        LOG_LEVEL: "",
      }),
    ).toEqual(DEFAULTS);
  });

  it("takes what contract.md names, and minds nothing else", () => {
    const source = {
      PORT: "8080",
      HOST: "0.0.0.0",
      APP_URL: "https://assess.example.com/",
      DATABASE_URL: "postgres://user:secret@db.example.com/pinhigh",
      DATA_DIR: "/var/lib/pinhigh",
      SESSION_SECRET: "0123456789abcdef0123456789abcdef",
      SMTP_URL: "smtps://user:secret@mail.example.com",
      MAIL_FROM: "assess@example.com",
      TRUSTED_PROXY_HOPS: "2",
      SCAN_COMMAND: `"${process.execPath}" --eval  "process.exit(0)" -`,
      LOG_LEVEL: "debug",
      HOME: "/root",
    };
    expect(readEnvironment(source)).toEqual({
      port: 8080,
      host: "0.0.0.0",
      appUrl: "https://assess.example.com",
      databaseUrl: source.DATABASE_URL,
      dataDirectory: "/var/lib/pinhigh",
      sessionSecret: source.SESSION_SECRET,
      smtpUrl: source.SMTP_URL,
      mailFrom: "assess@example.com",
      trustedProxyHops: 2,
      // Off where there is a PostgreSQL database, unless somebody wants it.
      demoWorkspace: false,
      scanCommand: [process.execPath, "--eval", "process.exit(0)", "-"],
      logLevel: "debug",
    });
    expect(readEnvironment({ ...source, DEMO_WORKSPACE: "on" }).demoWorkspace).toBe(true);
    expect(readEnvironment({ DEMO_WORKSPACE: "off" }).demoWorkspace).toBe(false);
    // By its name alone it is looked for where programs are.
    expect(readEnvironment({ SCAN_COMMAND: "sh -c" }).scanCommand).toEqual(["sh", "-c"]);
    expect(readEnvironment({ PORT: "8080" }).appUrl).toBe("http://localhost:8080");
  });

  it.each([
    ["PORT", "abc"],
    ["PORT", "-1"],
    ["PORT", "65536"],
    ["PORT", "80.5"],
    ["PORT", "1e309"],
    ["PORT", "0x50"],
    ["PORT", " "],
    ["APP_URL", "assess.example.com"],
    ["APP_URL", "ftp://assess.example.com"],
    ["APP_URL", "https://assess.example.com/app"],
    ["APP_URL", "https://assess.example.com/?a=b"],
    ["APP_URL", "https://assess.example.com/#a"],
    ["APP_URL", "https://user:secret@assess.example.com"],
    ["APP_URL", "javascript:alert(1)"],
    ["MAIL_FROM", "nobody"],
    ["MAIL_FROM", "a@b.c\nBcc: d@e.f"],
    ["TRUSTED_PROXY_HOPS", "-1"],
    ["TRUSTED_PROXY_HOPS", "11"],
    ["TRUSTED_PROXY_HOPS", "true"],
    ["TRUSTED_PROXY_HOPS", "1.5"],
    ["DEMO_WORKSPACE", "yes"],
    ["SCAN_COMMAND", " "],
    ["SCAN_COMMAND", "/no/such/scanner -"],
    ["SCAN_COMMAND", "no-such-scanner"],
    ["SCAN_COMMAND", "/usr/bin"],
    ["SCAN_COMMAND", '"/bin/sh'],
    ["SCAN_COMMAND", '/bin/sh"-c"'],
    ["LOG_LEVEL", "verbose"],
    ["LOG_LEVEL", "INFO"],
  ])("stops the start for %s=%s with one line that names it and says what it takes", (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(StartProblem);
    expect(read).toThrow(`${name} is ${JSON.stringify(value)}; it takes ${TAKES[name]}.`);
  });

  it("is repeated in one line, also when it has several", () => {
    expect(() => readEnvironment({ LOG_LEVEL: "a\nb" })).toThrow(`LOG_LEVEL is "a\\nb"; it takes ${TAKES["LOG_LEVEL"]}.`);
  });

  it.each(["mysql://user:s3cret@localhost/x", "localhost:5432", "s3cret"])("is not repeated where it may hold a password: DATABASE_URL=%s", (value) => {
    const read = () => readEnvironment({ DATABASE_URL: value, APP_URL: "https://assess.example.com" });
    expect(read).toThrow(StartProblem);
    expect(read).toThrow(/^DATABASE_URL cannot be used; it takes a PostgreSQL address, such as postgresql:\/\/user@host:5432\/name\.$/);
  });

  it.each([
    ["SESSION_SECRET", "s3cret"],
    ["SMTP_URL", "https://user:s3cret@mail.example.com"],
    ["SMTP_URL", "s3cret"],
  ])("is not repeated where it is a secret or holds one: %s=%s", (name, value) => {
    const read = () => readEnvironment({ [name]: value });
    expect(read).toThrow(StartProblem);
    expect(read).toThrow(`${name} cannot be used; it takes ${TAKES[name]}.`);
  });

  it("needs the secret of sessions where there is a PostgreSQL database: every process has to have the same", () => {
    expect(() => readEnvironment({ DATABASE_URL: "postgresql://user@host/name", APP_URL: "https://assess.example.com" })).toThrow(
      `SESSION_SECRET is not set; with DATABASE_URL it takes ${TAKES["SESSION_SECRET"]}.`,
    );
  });

  it("needs an address that mails come from where there is a mail server: most take none from nobody", () => {
    expect(() => readEnvironment({ SMTP_URL: "smtps://mail.example.com" })).toThrow(`MAIL_FROM is not set; with SMTP_URL it takes ${TAKES["MAIL_FROM"]}.`);
    expect(readEnvironment({ SMTP_URL: "smtps://mail.example.com", MAIL_FROM: "assess@example.com" }).mailFrom).toBe("assess@example.com");
  });

  it("needs the public origin where there is a PostgreSQL database", () => {
    expect(() => readEnvironment({ DATABASE_URL: "postgresql://user@host/name" })).toThrow(
      `APP_URL is not set; with DATABASE_URL it takes ${TAKES["APP_URL"]}.`,
    );
  });
});
