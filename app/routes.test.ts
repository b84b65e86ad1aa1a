import { readFileSync } from "node:fs";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { describe, expect, it } from "vitest";
import routes from "./routes.ts";
import { limitClassOf, ROUTES, routeAt, secretAt, withoutSecrets } from "./services/access/route-registry.server.ts";

type Found = { id: string; path: string; file: string };

/** What is there, as Remix reads it. */
function flatten(entries: readonly RouteConfigEntry[], parent = ""): Found[] {
  return entries.flatMap(({ file, path, children = [] }) => {
    const whole = [parent, path].filter(Boolean).join("/");
    return [{ id: file.replace(/\.\w+$/, ""), path: whole, file }, ...flatten(children, whole)];
  });
}

const found = flatten(await routes);

describe("the route registry", () => {
  it("has an entry for every route, and a route for every entry, at the same path", () => {
    expect(Object.fromEntries(Object.entries(ROUTES).map(([id, { path }]) => [id, path]))).toEqual(Object.fromEntries(found.map(({ id, path }) => [id, path])));
  });

  it("notices a route that is not registered", () => {
    const more = flatten([...(routes as RouteConfigEntry[]), { file: "routes/new/route.tsx", path: "new" }]);
    expect(more.filter(({ id }) => !(id in ROUTES)).map(({ id }) => id)).toEqual(["routes/new/route"]);
  });

  it.each(found)("$id declares the methods that its file answers", ({ id, file }) => {
    const source = readFileSync(`app/${file}`, "utf8");
    const exported = (name: string) => new RegExp(`^export (?:(?:async )?function|const) ${name}\\b(?! = only(?:Get|Post);)`, "m").test(source);
    expect(Object.keys(ROUTES[id]!.calls).sort()).toEqual([
      ...(exported("loader") || exported("default") ? ["GET"] : []),
      ...(exported("action") ? ["POST"] : []),
    ]);
  });

  it("names only secrets that stand in the path, and never lets a page with one be kept", () => {
    for (const { path, secrets, cache } of Object.values(ROUTES)) {
      for (const name of secrets) expect(path.split("/")).toContain(`:${name}`);
      expect(cache).toBe("no-store");
    }
  });

  it.each(Object.values(ROUTES).filter(({ calls }) => calls.GET?.who === "token" || calls.POST?.who === "token"))("$path strikes its token out", (entry) => {
    expect(entry.secrets).toEqual(["token"]);
  });
});

describe("a request's route", () => {
  it.each([
    ["/take/abc", "take/:token"],
    ["/TAKE/abc", "take/:token"],
    ["/t%61ke/abc", "take/:token"],
    ["/take/abc/", "take/:token"],
    ["/take/abc.data", "take/:token"],
    ["/_root.data", ""],
    ["/", ""],
    ["/api/v1/nothing", "api/*"],
    ["/nothing/at/all", "*"],
  ])("%s is %s", (pathname, path) => expect(routeAt(pathname)?.path).toBe(path));

  it("is none where the path cannot be read", () => expect(routeAt("/take/%zz")).toBeNull());

  it.each([
    ["GET", "/assessments/x", "reads"],
    ["HEAD", "/assessments/x", "reads"],
    ["POST", "/assessments/x", "starts"],
    ["POST", "/Assessments/x.data", "starts"],
    ["POST", "/assessments/x/", "starts"],
    ["POST", "/portfolios", "starts"],
    ["POST", "/portfolios/x", "starts"],
    ["GET", "/portfolios/x/roadmap", "plans"],
    ["GET", "/results/x/roadmap.data", "plans"],
    ["GET", "/assessments/x/example/roadmap", "plans"],
    ["POST", "/api/v1/roadmap/plan", "plans"],
    ["GET", "/api/v1/roadmap/plan", "reads"],
    ["POST", "/take/x/answers", "answers"],
    ["GET", "/answer/x", "links"],
    ["POST", "/answer/x.data", "links"],
    ["POST", "/answer/x/unsubscribe", "links"],
    ["POST", "/home", "writes"],
    ["GET", "/%zz", "reads"],
    ["POST", "/%zz", "writes"],
  ])("%s %s counts as %s", (method, pathname, limit) => expect(limitClassOf(routeAt(pathname), method)).toBe(limit));
});

describe("what a path holds that opens something", () => {
  it.each([
    ["/answer/aSecret", "aSecret"],
    ["/answer/aSecret/", "aSecret"],
    ["/ANSWER/%61Secret.data", "aSecret"],
    ["/answer/aSecret/unsubscribe.data", "aSecret"],
    ["/assessments/x", null],
  ])("%s: %s", (pathname, secret) => expect(secretAt(routeAt(pathname)!, pathname)).toBe(secret));
});

describe("a path in the log", () => {
  it.each([
    ["/take/aSecret/check", "/take/:token/check"],
    ["/take/aSecret.data", "/take/:token.data"],
    ["/TAKE/aSecret", "/TAKE/:token"],
    ["//take//aSecret", "/take/:token"],
    ["/t%61ke/aSecret", "/take/:token"],
    ["/take%2FaSecret", "/take/:token"],
    ["/results/aSecret/nothing/here", "/results/:token/nothing/here"],
    ["/portfolios/aSecret", "/portfolios/:token"],
    ["/portfolios", "/portfolios"],
    ["/assessments/martech-stack", "/assessments/martech-stack"],
    ["/take/%zz", "(unreadable)"],
  ])("%s is written %s", (pathname, written) => expect(withoutSecrets(pathname)).toBe(written));

  it("is cut", () => expect(withoutSecrets(`/${"x".repeat(5000)}`)).toHaveLength(200));

  it.each(Object.values(ROUTES).filter(({ secrets }) => secrets.length > 0))("never holds a secret of $path", ({ path, secrets }) => {
    const filled = secrets.reduce((whole, name) => whole.replace(`:${name}`, "aSecret"), `/${path}`);
    for (const pathname of [filled, `${filled}.data`, filled.toUpperCase(), `${filled}/x`])
      expect(withoutSecrets(pathname).toLowerCase()).not.toContain("asecret");
  });
});
