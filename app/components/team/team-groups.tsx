import { useWords } from "#app/components/words/use-words.tsx";
import type { TeamGroup, TeamResult } from "#app/domain/agreement/team-result-shape.ts";
import { displayCount, displayScore } from "#app/domain/report/display.ts";
import type { TeamNames } from "#app/domain/report/team-names.ts";
import { ScrollTable } from "./scroll-table.tsx";

/** How the role groups and the functions see it; a group that is not shown is named, with why. */
export function TeamGroups({ figures, names }: { figures: TeamResult; names: TeamNames }) {
  const { say } = useWords();
  const roles = figures.roles.map((group) => ({ ...group, title: say(`team:role_${group.group}`) }));
  const functions = figures.functions.map((group) => ({ ...group, title: say(`team:function_${group.group}`) }));
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("team:groups")}</h2>
      <GroupTable caption={say("team:rolesTable")} groups={roles} names={names} />
      <GroupTable caption={say("team:functionsTable")} groups={functions} names={names} />
    </section>
  );
}

type GroupTableProps = { caption: string; groups: readonly (TeamGroup & { title: string })[]; names: TeamNames };

function GroupTable({ caption, groups, names: { dimensions } }: GroupTableProps) {
  const { say, language } = useWords();
  const head = [
    { id: "group", title: say("team:group") },
    { id: "people", title: say("team:peopleColumn"), isFigure: true },
    { id: "overall", title: say("team:overall"), isFigure: true },
    ...dimensions.map(({ id, title }) => ({ id: `of-${id}`, title, isFigure: true })),
  ];
  const figure = (mean: number | null | undefined) => (mean == null ? say("terms:none") : displayScore(mean, language));
  return (
    <>
      <h3 className="mt-6 text-lg">{caption}</h3>
      <ScrollTable caption={caption} head={head} className="min-w-[44rem]">
        {groups
          .filter(({ n }) => n > 0)
          .map((group) => (
            <tr key={group.group}>
              <th scope="row">{group.title}</th>
              <td className="figure">{displayCount(group.n, language)}</td>
              {group.hiddenBecause ? (
                <td colSpan={1 + dimensions.length} className="text-quiet">
                  {say(`team:${group.hiddenBecause}_hidden`)}
                </td>
              ) : (
                <>
                  <td className="figure">{figure(group.overall)}</td>
                  {dimensions.map(({ id }) => (
                    <td key={id} className="figure">
                      {figure(group.dimensions.find((d) => d.id === id)?.mean)}
                    </td>
                  ))}
                </>
              )}
            </tr>
          ))}
      </ScrollTable>
    </>
  );
}
