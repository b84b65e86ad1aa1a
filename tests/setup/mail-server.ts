import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = Email & { envelope: { from: string; to: string[] }; raw: string };

/** A mail server of our own: what it took is in `received`; `refuse` makes it answer with an error, or take mails again with null. */
export async function startMailServer() {
  const received: ReceivedMail[] = [];
  let refusal: string | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => void chunks.push(chunk));
      stream.on("end", () => {
        if (refusal) return done(Object.assign(new Error(refusal), { responseCode: 451 }));
        const raw = Buffer.concat(chunks);
        const { mailFrom, rcptTo } = session.envelope;
        PostalMime.parse(raw).then((mail) => {
          received.push({ ...mail, envelope: { from: mailFrom ? mailFrom.address : "", to: rcptTo.map((to) => to.address) }, raw: raw.toString("latin1") });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (problem: string | null) => void (refusal = problem),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
