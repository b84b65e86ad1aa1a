import type { ReactNode } from "react";
import { useWords } from "#app/components/words/use-words.tsx";
import type { Provenance } from "#app/domain/benchmark/reference-set.ts";
import type { ReferencePart, ReferenceView } from "#app/domain/benchmark/reference-views.ts";
import { displayCount, displayExact, displayScore } from "#app/domain/report/display.ts";

/** What others published, each set under its own name and with all of its provenance, on paper too. Never beside live benchmarks in one table. */
export function ReferenceSection({ references }: { references: readonly ReferenceView[] }) {
  const { say } = useWords();
  if (references.length === 0) return null;
  return (
    <section className="mt-12 border-t border-rule pt-8">
      <h2 className="text-2xl">{say("reference:heading", { count: references.length })}</h2>
      <p className="measure mt-2">{say("reference:text")}</p>
      {references.map(({ provenance, parts }) => (
        <section key={provenance.name} className="mt-6">
          <h3 className="text-xl">{provenance.name}</h3>
          {parts.map((part) => (
            <PartTable key={`${part.kind} ${part.kind === "score" ? part.title : part.question}`} part={part} />
          ))}
          <ProvenanceList provenance={provenance} />
        </section>
      ))}
    </section>
  );
}

function PartTable({ part }: { part: ReferencePart }) {
  switch (part.kind) {
    case "rank":
      return <RankTable part={part} />;
    case "share":
      return <ShareTable part={part} />;
    case "score":
      return <ScoreTable part={part} />;
  }
}

function RankTable({ part: { question, named, of, rows } }: { part: Extract<ReferencePart, { kind: "rank" }> }) {
  const { say } = useWords();
  return (
    <>
      <table className="figures mt-4 max-w-[44rem]">
        <caption className="mb-2 text-left text-quiet">{question}</caption>
        <Head columns={[say("reference:answer"), say("reference:yourPlace"), say("reference:publishedPlace")]} />
        <tbody>
          {rows.map(({ label, yours, source }) => (
            <Row key={label} head={label} cells={[yours ?? say("reference:notPicked"), source ?? say("reference:notNamed")]} />
          ))}
        </tbody>
      </table>
      {named < of && <p className="measure mt-2 text-sm text-quiet">{say("reference:firstOnly", { count: named, of })}</p>}
    </>
  );
}

function ShareTable({ part: { question, rows } }: { part: Extract<ReferencePart, { kind: "share" }> }) {
  const { say, language } = useWords();
  return (
    <table className="figures mt-4 max-w-[44rem]">
      <caption className="mb-2 text-left text-quiet">{question}</caption>
      <Head columns={[say("reference:answer"), say("reference:yourAnswer"), say("reference:publishedShare")]} />
      <tbody>
        {rows.map(({ label, isOwn, percent }) => (
          <Row
            key={label}
            head={label}
            cells={[
              isOwn ? say("reference:chosen") : "",
              percent === null ? say("reference:notPublished") : say("reference:percent", { percent: displayExact(percent, language) }),
            ]}
          />
        ))}
      </tbody>
    </table>
  );
}

function ScoreTable({ part: { title, own, figures } }: { part: Extract<ReferencePart, { kind: "score" }> }) {
  const { say, language } = useWords();
  return (
    <table className="figures mt-4 max-w-[44rem]">
      <caption className="mb-2 text-left text-quiet">{title}</caption>
      <Head columns={[say("reference:figure"), say("reference:score")]} />
      <tbody>
        <Row head={say("reference:yourScore")} cells={[displayScore(own, language)]} />
        {figures.map(({ at, score }) => (
          <Row
            key={at}
            head={at === null ? say("reference:publishedMean") : say("reference:publishedPercentile", { at })}
            cells={[displayExact(score, language)]}
          />
        ))}
      </tbody>
    </table>
  );
}

function Head({ columns }: { columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column, i) => (
          <th key={column} scope="col" className={i === 0 ? undefined : "figure"}>
            {column}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ head, cells }: { head: string; cells: readonly (string | number)[] }) {
  return (
    <tr>
      <th scope="row" className="font-normal">
        {head}
      </th>
      {cells.map((cell, i) => (
        <td key={i} className="figure">
          {cell}
        </td>
      ))}
    </tr>
  );
}

/** Where a set comes from: all of it, wherever anything of it is shown. */
export function ProvenanceList({ provenance: { source, n, year, method, licence, url } }: { provenance: Provenance }) {
  const { say, language } = useWords();
  const lines = [
    [say("reference:source"), source],
    [say("reference:n"), displayCount(n, language)],
    [say("reference:year"), year ?? say("reference:notStated")],
    [say("reference:method"), method],
    [say("reference:licence"), licence],
  ] as const;
  return (
    <dl className="mt-4 grid max-w-[52rem] gap-x-6 text-sm sm:grid-cols-[10rem_1fr]">
      {lines.map(([name, text]) => (
        <Line key={name} name={name}>
          {text}
        </Line>
      ))}
      <Line name={say("reference:link")}>
        {url === null ? (
          say("reference:noLink")
        ) : (
          <a href={url} rel="noreferrer nofollow" className="break-all">
            {url}
          </a>
        )}
      </Line>
    </dl>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="mt-2 text-quiet">{name}</dt>
      <dd className="wrap-anywhere sm:mt-2">{children}</dd>
    </>
  );
}
