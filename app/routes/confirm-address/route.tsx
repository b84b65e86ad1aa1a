import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FormPage } from "#app/components/forms/form-page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { paths } from "#app/paths.ts";
import { confirmAddressChange, newAddressIn } from "#app/services/identity/change-address.server.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { readForm } from "#app/services/identity/read-form.server.ts";
import { requirePerson } from "#app/services/identity/require-person.server.ts";
import { nudgeMail } from "#app/services/jobs/jobs-instance.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

const tokenSchema = z.string().max(2_000);
const formSchema = z.strictObject({ token: tokenSchema });

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  const person = await requirePerson(request);
  const token = tokenSchema.safeParse(new URL(request.url).searchParams.get("token")).data ?? "";
  const address = await newAddressIn(identity(), person, token);
  return data(
    { words: pageWords(language, "account"), present: person.email, link: address === null ? null : { token, address } },
    { status: address === null ? 410 : 200 },
  );
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  const person = await requirePerson(request);
  const { fields } = await readForm(request, formSchema, wordsIn(language));
  if (!fields || !(await confirmAddressChange(identity(), person, fields.token, request))) return data({ dead: true }, { status: 410 });
  nudgeMail();
  return redirect(paths.addressChanged, 303);
}

const NONE: never[] = [];

export default function ConfirmAddress() {
  const { say } = useWords();
  const { present, link } = useLoaderData<typeof loader>();
  const dead = useActionData<typeof action>()?.dead ?? false;
  if (!link || dead) {
    return (
      <FormPage heading={say("account:confirmDeadHeading")} problems={NONE}>
        <p className="measure mt-4">{say("account:confirmDeadText")}</p>
        <p className="mt-8">
          <Link to={paths.accountAddress}>{say("account:addressHeading")}</Link>
        </p>
      </FormPage>
    );
  }
  return (
    <FormPage heading={say("account:confirmHeading")} problems={NONE}>
      <p className="measure mt-4">{say("account:confirmText", { address: link.address, old: present })}</p>
      <Form method="post">
        <input type="hidden" name="token" value={link.token} />
        <button type="submit" className="button mt-6">
          {say("account:confirm")}
        </button>
      </Form>
    </FormPage>
  );
}
