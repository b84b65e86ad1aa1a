import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { DEMO_CLIENTS, DEMO_CONSULTANCY, isDemoVisitor } from "#app/domain/demo/demo-cast.ts";
import { paths } from "#app/paths.ts";
import { readEmptyForm } from "#app/services/api/read-form-entries.server.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { prepareDemo } from "#app/services/demo/prepare-demo.server.ts";
import { requireDemo } from "#app/services/demo/demo-instance.server.ts";
import { visitDemo } from "#app/services/demo/visit-demo.server.ts";
import { identity } from "#app/services/identity/identity-instance.server.ts";
import { nudgePlans } from "#app/services/jobs/jobs-instance.server.ts";
import { signedInPerson } from "#app/services/identity/signed-in-person.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: `${data.title} · Pinhigh` }] : []);

export async function loader({ request, context: { language } }: LoaderFunctionArgs) {
  requireDemo();
  const person = await signedInPerson(request);
  const isHere = person !== null && isDemoVisitor(person.personId);
  const [{ name, slug }, firm] = [DEMO_CLIENTS[0]!, DEMO_CONSULTANCY];
  return {
    words: pageWords(language, "demo"),
    title: wordsIn(language).say("demo:title"),
    isHere,
    signedInAs: isHere ? null : (person?.name ?? null),
    company: { name, slug },
    firm: { name: firm.name, slug: firm.slug },
  };
}

export async function action({ request, context: { language } }: ActionFunctionArgs) {
  requireDemo();
  await readEmptyForm(request, wordsIn(language));
  if (await prepareDemo(database(), catalog(), new Date())) nudgePlans();
  return redirect(paths.clients, { status: 303, headers: await visitDemo(identity(), request) });
}

export default function Demo() {
  const { say } = useWords();
  const { isHere, signedInAs, company, firm } = useLoaderData<typeof loader>();
  const places = [
    { to: paths.clients, text: say("demo:clients") },
    { to: paths.organization(company.slug), text: say("demo:company", company) },
    { to: paths.organization(firm.slug), text: say("demo:firm", firm) },
  ];
  return (
    <Page>
      <h1 className="text-3xl">{say(isHere ? "demo:here" : "demo:title")}</h1>
      <p className="measure mt-4 text-lg">{say("demo:text")}</p>
      <p className="measure mt-4">{say("demo:invented")}</p>
      <h2 className="mt-8 text-xl">{say("demo:seesWhat")}</h2>
      <ul className="measure mt-3 list-disc space-y-2 pl-5">
        {places.map(({ to, text }) => (
          <li key={to}>{isHere ? <Link to={to}>{text}</Link> : text}</li>
        ))}
      </ul>
      {signedInAs && <p className="measure mt-6 border-l-4 border-alert py-1 pl-4">{say("demo:replaces", { name: signedInAs })}</p>}
      <Form method="post" action={isHere ? paths.signOut : paths.demo} reloadDocument className="mt-8">
        <button type="submit" className={isHere ? "button button-quiet" : "button"}>
          {say(isHere ? "demo:leave" : "demo:begin")}
        </button>
      </Form>
      {!isHere && <p className="measure mt-3 text-sm text-quiet">{say("demo:firstTime")}</p>}
    </Page>
  );
}
