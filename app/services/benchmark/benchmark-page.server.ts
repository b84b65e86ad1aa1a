import { choiceSentence, claimSentence, claimShort, cohortTitle } from "#app/domain/benchmark/benchmark-words.ts";
import { SMALLEST_BLOCK } from "#app/domain/benchmark/blocks.ts";
import type { ComparedPart } from "#app/domain/benchmark/comparison.ts";
import type { Definition } from "#app/domain/assessment/definition.ts";
import type { Words } from "#app/words/say.ts";
import { assessmentTitle } from "../content/assessment-title.server.ts";
import { compiledVersionIn } from "../content/compiled-version.server.ts";
import type { Database } from "../db/open-database.server.ts";
import type { Access } from "../tenancy/find-access.server.ts";
import { readClients } from "./read-clients.server.ts";
import { type Asked, type Compared, readComparison } from "./read-comparison.server.ts";

/** A part as it is shown, with what is said of it in a table. */
type ShownPart = ComparedPart & { title: string; said: string };

export type ShownComparison = Awaited<ReturnType<typeof shownOf>>;

/** What the page of benchmarks shows, in the words of a language. */
export async function benchmarkPage(db: Database, { organization, person }: Pick<Access, "organization" | "person">, asked: Asked, words: Words) {
  const { say, language } = words;
  const { consentAt, slugs, compared } = await readComparison(db, organization.id, asked);
  const clients = organization.kind === "consultancy" ? await readClients(db, person, organization.id) : [];
  const { name, isSynthetic } = organization;
  return {
    consentAt: consentAt?.toISOString() ?? null,
    choices: slugs.map((slug) => ({ slug, title: assessmentTitle(slug, language) })),
    heading: isSynthetic ? say("benchmarks:inventedHeading", { name }) : compared ? headingOf(compared, name, words) : say("benchmarks:noneHeading", { name }),
    shown: compared && (await shownOf(db, compared, words)),
    clients: clients.map(({ family, overall }) => ({ family, title: assessmentTitle(family.split("@")[0]!, language), overall })),
  };
}

function headingOf({ chosen, parts }: Compared, name: string, words: Words): string {
  return choiceSentence(chosen, words) ?? claimSentence(parts[0]!.claim, name, words);
}

async function shownOf(db: Database, compared: Compared, words: Words) {
  const { slug, hash, version, figures, cycles, takenAt, cohorts, chosen, parent, isOwnLeftOut, isOwnStillIn, parts, best } = compared;
  const { definition } = await compiledVersionIn(db, hash, words.language);
  const items = new Map(definition.items.map((item) => [item.id, item.text]));
  const last = cycles.at(-1)!;
  return {
    slug,
    version,
    title: assessmentTitle(slug, words.language),
    period: last.period,
    takenAt: takenAt?.toISOString() ?? null,
    ends: definition.line,
    levels: definition.levels.map(({ name, cut }) => ({ name, cut })),
    ownInterval: figures.overall.interval,
    cohorts: cohorts.map((choice) => ({
      key: choice.key,
      title: cohortTitle(choice.cohort, words),
      isCounted: choice.state === "too_few",
      isOwnMissing: choice.state === "too_few" && choice.needed === SMALLEST_BLOCK,
      why: choiceSentence(choice, words),
    })),
    chosen: { key: chosen.key, title: cohortTitle(chosen.cohort, words), isPublished: chosen.state === "published" },
    parent: parent && cohortTitle(parent, words),
    isOwnLeftOut,
    isOwnStillIn,
    parts: parts.map((part): ShownPart => ({ ...part, title: partTitle(part.part, definition, words), said: claimShort(part.claim, words) })),
    best: best.map(({ item, ...sides }) => ({ item, text: items.get(item) ?? item, own: figures.items.find(({ id }) => id === item)?.mean ?? null, ...sides })),
    cycles: cycles.map(({ id, period, mean, respondents }) => ({ id, period, mean, respondents })),
    units: [
      ...figures.roles.map(({ group, n, shown, overall }) => ({
        id: `role-${group}`,
        title: words.say(`team:role_${group}`),
        n,
        overall: shown ? overall : null,
      })),
      ...figures.functions.map(({ group, n, shown, overall }) => ({
        id: `function-${group}`,
        title: words.say(`team:function_${group}`),
        n,
        overall: shown ? overall : null,
      })),
    ].filter(({ overall }) => overall !== null),
  };
}

function partTitle(part: string, { dimensions }: Pick<Definition, "dimensions">, { say }: Words): string {
  const [kind, id] = part.split(":");
  if (kind === "dimension") return dimensions.find((dimension) => dimension.id === id)?.title ?? id!;
  return kind === "pillar" ? say(`terms:${id as "people" | "process" | "content" | "technology" | "kpis"}`) : say("benchmarks:overall");
}
