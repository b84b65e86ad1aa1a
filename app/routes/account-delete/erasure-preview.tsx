import { useWords } from "#app/components/words/use-words.tsx";
import { organizationPaths } from "#app/organization-paths.ts";

type There = { slug: string; name: string; isLastOwner: boolean; submitted: number; published: number; unfinished: number };

/** Organisation by organisation, what the end of the account leaves there and takes, or what has to be done first. */
export function ErasurePreview({ there }: { there: There[] }) {
  const { say } = useWords();
  return (
    <section className="measure mt-8">
      <h2 className="text-xl">{say("privacy:stays")}</h2>
      {there.length === 0 && <p className="mt-2">{say("privacy:noOrganizations")}</p>}
      <ul className="mt-2">
        {there.map((organization) => (
          <li key={organization.slug} className="border-t border-rule py-3 break-words">
            {organization.isLastOwner ? <LastOwner {...organization} /> : <Leaving {...organization} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LastOwner({ slug, name }: There) {
  const { say } = useWords();
  return (
    <>
      <p className="font-semibold">{say("privacy:lastOwner", { name })}</p>
      <p className="flex flex-wrap gap-x-6">
        <a href={organizationPaths.people(slug)}>{say("privacy:makeOwner")}</a>
        <a href={organizationPaths.deletion(slug)}>{say("privacy:deleteOrganization")}</a>
      </p>
    </>
  );
}

function Leaving({ name, submitted, published, unfinished }: There) {
  const { say } = useWords();
  return (
    <>
      <p className="font-semibold">{say("privacy:leaves", { name })}</p>
      {submitted > 0 && <p>{say("privacy:staysAnswers", { count: submitted })}</p>}
      {published > 0 && <p>{say("privacy:staysPublished", { count: published })}</p>}
      {unfinished > 0 && <p>{say("privacy:goesUnfinished", { count: unfinished })}</p>}
      {submitted + published + unfinished === 0 && <p>{say("privacy:noAnswers")}</p>}
      <p>{say("privacy:trailStays")}</p>
    </>
  );
}
