import { type Figure, inTurn, median, medianRatio, type Report } from "./figure.ts";
import { fromAnotherAddress, send } from "./load.ts";
import { startServer } from "./start-server.ts";

const ROUNDS = 25;
const PASSWORD = "four quiet words in a row";
/** A ratio is met from both sides. */
const EVEN = { atLeast: 0.95, atMost: 1.05 };

/** How long signing in, signing up and asking for a new password take for an address that has an account, against one that has none. */
export async function benchIdentityTiming(): Promise<Report> {
  const server = await startServer();
  let made = 0;
  const fresh = () => `nobody-${made++}@example.com`;
  const post = async (path: string, fields: Record<string, string>, status: number) => {
    const headers = { ...fromAnotherAddress(), "content-type": "application/x-www-form-urlencoded" };
    const begun = performance.now();
    const received = await send(server.origin, { method: "POST", path, headers, body: new URLSearchParams(fields).toString() });
    const took = performance.now() - begun;
    if (received.status !== status) throw new Error(`${path} was answered ${received.status}`);
    return took;
  };
  const signUp = (address: string) => post("/sign-up", { name: "Aino", address, password: PASSWORD }, 303);
  const signIn = (address: string) => post("/sign-in", { address, password: "a wrong password" }, 422);
  const reset = (address: string) => post("/forgot-password", { address }, 200);
  try {
    // One account a round for each, so that no limit by account is in the way.
    const known: string[] = [];
    for (let i = 0; i < ROUNDS + 2; i++) {
      const address = `somebody-${i}@example.com`;
      await signUp(address);
      known.push(address);
    }
    const next = { signIn: 0, signUp: 0, reset: 0 };
    const things = {
      "sign-in, known": () => signIn(known[next.signIn++]!),
      "sign-in, unknown": () => signIn(fresh()),
      "sign-up, known": () => signUp(known[next.signUp++]!),
      "sign-up, unknown": () => signUp(fresh()),
      "reset, known": () => reset(known[next.reset++]!),
      "reset, unknown": () => reset(fresh()),
    };
    await inTurn(2, things);
    const rounds = await inTurn(ROUNDS, things);
    const ratios = (["sign-in", "sign-up", "reset"] as const).flatMap((name): Figure[] => {
      const value = medianRatio(rounds[`${name}, known`], rounds[`${name}, unknown`]);
      return [
        { what: `${name}: known address against unknown`, value, unit: "x", reach: { atLeast: EVEN.atLeast } },
        { what: `${name}: the same, from above`, value, unit: "x", reach: { atMost: EVEN.atMost } },
        { what: `${name}, unknown address`, value: median(rounds[`${name}, unknown`]), unit: "ms", reach: null },
      ];
    });
    return { figures: ratios, notes: [`Embedded database, one request at a time, ${ROUNDS} rounds of all six in turn; each round asks for other addresses.`] };
  } finally {
    await server.stop();
  }
}
