import { Link, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { paths } from "#app/paths.ts";
import { catalog } from "#app/services/content/catalog-instance.server.ts";

export function meta() {
  return [{ title: "Assessments · Pinhigh" }];
}

export function loader() {
  return {
    assessments: catalog().assessments.map(({ definition: d }) => ({
      slug: d.slug,
      title: d.title,
      summary: d.summary,
      minutes: d.minutes,
      questions: d.items.length,
      audience: d.audience,
    })),
  };
}

export default function Assessments() {
  const { assessments } = useLoaderData<typeof loader>();
  return (
    <Page>
      <h1 className="text-3xl">Choose what to look at</h1>
      <p className="measure mt-3 text-quiet">Start with the shortest if you are not sure. Each one stands alone, and none needs an account.</p>
      <p className="measure mt-3">
        <Link to={paths.portfolios}>Join several in a portfolio</Link>, and they make one map and one roadmap.
      </p>
      <ul className="mt-8 max-w-[52rem]">
        {assessments.map((a) => (
          <li key={a.slug} className="border-t border-rule py-6">
            <h2 className="text-xl">
              <Link to={paths.assessment(a.slug)}>{a.title}</Link>
            </h2>
            <p className="measure mt-1">{a.summary}</p>
            <p className="mt-2 text-sm text-quiet">
              {a.questions} questions · {a.minutes} minutes · for {a.audience.map((who) => AUDIENCE[who]).join(", ")} ·{" "}
              <Link to={paths.example(a.slug)} aria-label={`Example result of ${a.title}`}>
                example result
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Page>
  );
}

const AUDIENCE = { executive: "executives", manager: "managers", frontline: "people who meet customers" };
