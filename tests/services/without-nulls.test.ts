import { text } from "node:stream/consumers";
import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { withoutNulls } from "#app/services/pages/without-nulls.server.ts";

it("a page of letters of several bytes comes as it was written, whatever the place of a buffer's end", async () => {
  const sentence = "Yhtä vastausta ei voi tallentaa sellaisenaan – ”jatka”, niin sivu kertoo, minkä. ";
  for (let shift = 0; shift < 8; shift++) {
    const said = "x".repeat(shift) + sentence;
    const paragraphs = Array.from({ length: 200 }, (_, key) => createElement("p", { key }, said));
    const page = await new Promise<string>((resolve, reject) => {
      const { pipe } = renderToPipeableStream(createElement("div", null, paragraphs), {
        onAllReady: () => void text(pipe(withoutNulls())).then(resolve, reject),
        onError: reject,
      });
    });
    expect(page).toBe(`<div>${`<p>${said}</p>`.repeat(200)}</div>`);
  }
});
