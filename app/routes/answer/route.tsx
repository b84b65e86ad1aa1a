import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { displayMomentIn } from "#app/domain/report/display.ts";
import { RESPONDENT_ROLES, WORK_FUNCTIONS } from "#app/domain/tenancy/profile-choices.ts";
import { paths } from "#app/paths.ts";
import { assessmentChoices } from "#app/services/content/assessment-choices.server.ts";
import { assessmentTitle } from "#app/services/content/assessment-title.server.ts";
import { beginByForm } from "#app/services/cycles/begin-by-form.server.ts";
import { readLink } from "#app/services/cycles/read-link.server.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { installationSecret } from "#app/services/env/session-secret-instance.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export async function loader({ params, context: { language } }: LoaderFunctionArgs) {
  const token = params["token"] ?? "";
  const link = await readLink(database(), token, new Date());
  if (!link) throw new Response("Not found", { status: 404 });
  const isOver = (link.state === "closed" && !link.hasAnswered) || link.state === "over";
  const shown = {
    words: pageWords(language, "asked", "people"),
    token,
    link: {
      ...link,
      title: assessmentTitle(link.slug, language),
      minutes: assessmentChoices(language, [link.slug])[0]?.minutes ?? null,
      opensAt: link.opensAt?.toISOString() ?? null,
      closesAt: link.closesAt?.toISOString() ?? null,
    },
  };
  return data(shown, { status: isOver ? 410 : 200 });
}

export async function action({ params, request, context: { language } }: ActionFunctionArgs) {
  const time = { secret: installationSecret(), now: new Date() };
  return redirect(await beginByForm(database(), params["token"] ?? "", request, time, wordsIn(language)), 303);
}

export default function Answer() {
  const { say, language } = useWords();
  const { token, link } = useLoaderData<typeof loader>();
  const { kind, organization, askedBy, title, minutes, period, isAnonymous, state, opensAt, closesAt, timeZone, hasAnswered } = link;
  const heading = say("asked:heading", { organization });
  const inWords = (moment: string) => displayMomentIn(moment, timeZone, language);
  const mayBegin = state === "open" && !hasAnswered;
  return (
    <Page>
      <title>{`${heading} · Pinhigh`}</title>
      <p className="text-sm text-quiet">{say("asked:what", { title, period })}</p>
      <h1 className="max-w-[30ch] text-3xl">{heading}</h1>
      {state === "over" && <p className="measure mt-4">{say("asked:over", { organization })}</p>}
      {state === "closed" && !hasAnswered && <p className="measure mt-4">{say("asked:closed")}</p>}
      {state === "planned" && <p className="measure mt-4">{opensAt ? say("asked:planned", { moment: inWords(opensAt) }) : say("asked:closed")}</p>}
      {hasAnswered && <Answered />}
      {mayBegin && (
        <>
          <p className="measure mt-4">{say("asked:text", { askedBy: askedBy || organization, organization, title })}</p>
          <dl className="measure mt-6 grid gap-x-6 gap-y-3 sm:grid-cols-[10rem_1fr]">
            {minutes !== null && <Fact name={say("asked:howLong")}>{say("asked:minutes", { count: minutes })}</Fact>}
            <Fact name={say("asked:untilWhen")}>{closesAt ? inWords(closesAt) : say("asked:untilClosed")}</Fact>
            <Fact name={say("asked:whoSees")}>
              {say(isAnonymous ? "asked:anonymous" : kind === "open" ? "asked:namedOpen" : "asked:named", { organization })}
            </Fact>
          </dl>
          <BeginForm />
        </>
      )}
      {kind === "personal" && (
        <p className="measure mt-10 border-t border-rule pt-4 text-sm text-quiet">
          {mayBegin && `${say("asked:yours")} `}
          <Link to={paths.unsubscribe(token)} className="inline-block py-1">
            {say("asked:unsubscribe")}
          </Link>
        </p>
      )}
      {kind === "open" && mayBegin && <p className="measure mt-10 border-t border-rule pt-4 text-sm text-quiet">{say("asked:openLink")}</p>}
    </Page>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div className="contents">
      <dt className="font-semibold max-sm:-mb-3">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Answered() {
  const { say } = useWords();
  return (
    <>
      <p className="measure mt-4">{say("asked:answered")}</p>
      <Form method="post" className="mt-6">
        <button type="submit" className="button">
          {say("asked:seeResult")}
        </button>
      </Form>
    </>
  );
}

/** As what somebody answers, and the way to the questions. */
function BeginForm() {
  const { say } = useWords();
  const { link } = useLoaderData<typeof loader>();
  const { hasBegun, respondentRole, workFunction, isAnonymous } = link;
  const rather = { value: "", label: say("asked:ratherNot") };
  return (
    <Form method="post" className="mt-8 flex flex-col gap-y-6">
      {!hasBegun && (
        <>
          <p className="measure">{say(isAnonymous ? "asked:whyAnonymous" : "asked:why")}</p>
          <SelectField
            id="respondentRole"
            label={say("asked:answerAs")}
            value={respondentRole}
            options={[rather, ...RESPONDENT_ROLES.map((value) => ({ value, label: say(`asked:respondentRole_${value}`) }))]}
          />
          <SelectField
            id="workFunction"
            label={say("asked:workIn")}
            value={workFunction}
            options={[rather, ...WORK_FUNCTIONS.map((value) => ({ value, label: say(`people:workFunction_${value}`) }))]}
          />
        </>
      )}
      <p>
        <button type="submit" className="button">
          {say(hasBegun ? "asked:goOn" : "asked:begin")}
        </button>
      </p>
    </Form>
  );
}
