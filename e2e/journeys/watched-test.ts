import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";

type Watch = {
  /** Lets console messages pass that the test brings about itself, such as the browser's own line about a 404. */
  expects(message: RegExp): void;
  /** Names the one cookie that the test has the product set, by choosing a language. */
  expectsCookie(name: string): void;
};

type Fixtures = {
  watch: Watch;
  /** A page of another browser with nothing stored: the respondent's second device. */
  otherDevice: () => Promise<Page>;
};

/**
 * Every browser test is watched: nothing in the console, no page error, no request to another host, no cookie that the test does not name. What
 * `trust.md` promises is so checked on every page any test comes to.
 */
export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, use) => {
      const seen = watched(context, baseURL!);
      const allowed: RegExp[] = [];
      const cookies: string[] = [];
      await use({ expects: (message) => void allowed.push(message), expectsCookie: (name) => void cookies.push(name) });
      expect(seen.messages.filter((m) => !allowed.some((pattern) => pattern.test(m)))).toEqual([]);
      expect(seen.otherHosts).toEqual([]);
      expect((await context.cookies()).map(({ name }) => name)).toEqual(cookies);
    },
    { auto: true },
  ],
  otherDevice: async ({ browser, baseURL }, use) => {
    const devices: { context: BrowserContext; seen: Seen }[] = [];
    await use(async () => {
      const context = await browser.newContext();
      devices.push({ context, seen: watched(context, baseURL!) });
      return context.newPage();
    });
    for (const { context, seen } of devices) {
      expect(seen).toEqual({ messages: [], otherHosts: [] });
      expect(await context.cookies()).toEqual([]);
      await context.close();
    }
  },
});

type Seen = { messages: string[]; otherHosts: string[] };

function watched(context: BrowserContext, baseURL: string): Seen {
  const seen: Seen = { messages: [], otherHosts: [] };
  const ownHost = new URL(baseURL).host;
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type()))
      seen.messages.push(`${message.type()}: ${message.text()} (${message.location().url}, on ${message.page()?.url()})`);
  });
  context.on("weberror", (error) => seen.messages.push(`uncaught: ${error.error().stack}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.host !== ownHost) seen.otherHosts.push(url.href);
  });
  return seen;
}

export { expect };
