import { Form, Link } from "@remix-run/react";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { TextField } from "#app/components/forms/text-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";

type Problems = { problems: readonly FieldProblem[] };

/** Before there is one. */
export function BeginFactor({ problems }: Problems) {
  const { say } = useWords();
  return (
    <Form method="post" noValidate>
      <p className="measure mt-6">{say("account:factorLead")}</p>
      <input type="hidden" name="intent" value="begin" />
      <TextField name="password" type="password" label={say("account:currentPassword")} autoComplete="current-password" problems={problems} />
      <button type="submit" className="button mt-6">
        {say("account:factorBegin")}
      </button>
    </Form>
  );
}

type ConfirmFactorProps = Problems & { waiting: { qr: { size: number; path: string }; key: string; recoveryCodes: string[] } };

/** The key for the app, the codes for when it is lost, and its first code. */
export function ConfirmFactor({ waiting: { qr, key, recoveryCodes }, problems }: ConfirmFactorProps) {
  const { say } = useWords();
  return (
    <Form method="post" noValidate>
      <h2 className="mt-8 text-xl">{say("account:factorScan")}</h2>
      <p className="measure mt-2">{say("account:factorScanText")}</p>
      <svg viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`} role="img" aria-label={say("account:factorQr")} className="mt-4 size-52">
        <rect x={-4} y={-4} width={qr.size + 8} height={qr.size + 8} fill="#ffffff" />
        <path d={qr.path} fill="#000000" shapeRendering="crispEdges" />
      </svg>
      <p className="mt-3">
        {say("account:factorKey")}: <code className="break-words">{key}</code>
      </p>
      <RecoveryCodes codes={recoveryCodes} />
      <input type="hidden" name="intent" value="confirm" />
      <TextField name="code" label={say("identity:code")} autoComplete="one-time-code" inputMode="numeric" problems={problems} />
      <button type="submit" className="button mt-6">
        {say("account:factorConfirm")}
      </button>
    </Form>
  );
}

/** Shown this once. */
function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { say } = useWords();
  return (
    <>
      <h2 className="mt-8 text-xl">{say("account:recoveryHeading")}</h2>
      <p className="measure mt-2">{say("account:recoveryText")}</p>
      <ol className="mt-4 grid max-w-[28rem] grid-cols-2 gap-x-8 gap-y-2 tabular-nums">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </>
  );
}

/** New ones, in place of the old. */
export function RenewedCodes({ codes }: { codes: readonly string[] }) {
  const { say } = useWords();
  return (
    <>
      <RecoveryCodes codes={codes} />
      <p className="no-print mt-8">
        <Link to={paths.accountSecurity} className="button">
          {say("account:recoveryKept")}
        </Link>
      </p>
    </>
  );
}

/** Once it is on: new recovery codes, and its end. */
export function ManageFactor({ problems }: Problems) {
  const { say } = useWords();
  return (
    <>
      <p className="measure mt-6">{say("account:factorOn")}</p>
      <Form method="post" noValidate>
        <h2 className="mt-8 text-xl">{say("account:recoveryRenew")}</h2>
        <p className="measure mt-2">{say("account:recoveryRenewText")}</p>
        <input type="hidden" name="intent" value="renew" />
        <TextField name="password" type="password" label={say("account:currentPassword")} autoComplete="current-password" problems={problems} />
        <button type="submit" className="button mt-6">
          {say("account:recoveryRenew")}
        </button>
      </Form>
      <Form method="post" noValidate>
        <h2 className="mt-12 border-t border-rule pt-8 text-xl">{say("account:factorEndHeading")}</h2>
        <p className="measure mt-2">{say("account:factorEndText")}</p>
        <input type="hidden" name="intent" value="end" />
        <TextField name="end" type="password" label={say("account:currentPassword")} autoComplete="current-password" problems={problems} />
        <button type="submit" className="button button-quiet mt-6">
          {say("account:factorEnd")}
        </button>
      </Form>
    </>
  );
}
