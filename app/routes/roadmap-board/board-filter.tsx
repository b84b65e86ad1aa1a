import { Form, Link } from "@remix-run/react";
import { SelectField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { PILLARS } from "#app/domain/assessment/vocabulary.ts";
import type { BoardCard } from "#app/domain/board/board-card.ts";
import { type BoardQuery, NOBODY, WAVES } from "#app/domain/board/board-filter.ts";
import { organizationPaths } from "#app/organization-paths.ts";

/** Chooses a part of the board. */
export function BoardFilter({ slug, query, cards }: { slug: string; query: BoardQuery; cards: readonly BoardCard[] }) {
  const { say, language } = useWords();
  const owners = new Map(cards.flatMap(({ ownerId, ownerName }) => (ownerId === null ? [] : [[ownerId, ownerName ?? ""]])));
  const byName = [...owners].sort(([, a], [, b]) => a.localeCompare(b, language)).map(([value, label]) => ({ value, label }));
  const any = { value: "", label: say("board:any") };
  return (
    <Form
      key={JSON.stringify(query)}
      method="get"
      role="search"
      aria-label={say("board:filter")}
      className="no-print mt-6 flex flex-wrap items-end gap-x-6 gap-y-4 border-t border-ink pt-4 text-sm"
    >
      <SelectField
        id="pillar"
        label={say("board:pillar")}
        value={query.pillar}
        options={[any, ...PILLARS.map((value) => ({ value, label: say(`terms:${value}`) }))]}
      />
      <SelectField id="owner" label={say("board:owner")} value={query.owner} options={[any, ...byName, { value: NOBODY, label: say("board:nobody") }]} />
      <SelectField
        id="wave"
        label={say("board:wave")}
        value={query.wave}
        options={[any, ...WAVES.map((value) => ({ value, label: say(`board:wave_${value}`) }))]}
      />
      <button type="submit" className="button button-quiet">
        {say("workspace:show")}
      </button>
      {Object.values(query).some((chosen) => chosen !== null) && (
        <Link to={organizationPaths.roadmap(slug)} className="inline-flex min-h-11 items-center">
          {say("workspace:showAll")}
        </Link>
      )}
    </Form>
  );
}
