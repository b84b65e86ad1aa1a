import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/components/words/use-words.tsx";
import { Page } from "#app/components/layout/page.tsx";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { publicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { qrCode } from "#app/services/responses/qr-code.server.ts";
import { portfolioOfResponse } from "#app/services/portfolios/portfolio-of-response.server.ts";
import { requireResponse } from "#app/services/responses/require-response.server.ts";
import { pageWords, wordsIn } from "#app/services/words/words-in.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle} · Pinhigh` }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const response = await requireResponse(params["token"], context.language);
  if (response.submitted) return redirect(paths.takeCheck(response.takeToken));
  const { definition } = response.compiled;
  const link = `${publicOrigin()}${paths.take(response.takeToken)}`;
  return {
    language: response.language,
    words: pageWords(response.language, "finishing"),
    pageTitle: wordsIn(context.language).say("finishing:finishLater"),
    takeToken: response.takeToken,
    title: definition.title,
    link,
    qr: qrCode(link),
    answered: Object.values(response.answers).filter((a) => a.state !== "blank").length,
    total: definition.items.length,
    inPortfolio: (await portfolioOfResponse(database(), response.id, response.takeToken)) !== null,
  };
}

export default function TakeSave() {
  const { say } = useWords();
  const { takeToken, title, link, qr, answered, total, inPortfolio } = useLoaderData<typeof loader>();
  return (
    <Page>
      <p className="text-sm text-quiet">{title}</p>
      <h1 className="text-2xl">{say("finishing:kept")}</h1>
      <p className="measure mt-4">
        {say("finishing:keptText", { answered, total })} {inPortfolio && say("finishing:ofPortfolio")}
      </p>
      <label className="mt-6 block max-w-[42rem] text-sm font-semibold">
        {say("finishing:yourLink")}
        <input readOnly value={link} className="field mt-1 w-full font-normal" onFocus={(e) => e.currentTarget.select()} />
      </label>
      <figure className="mt-6">
        <svg viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`} role="img" aria-label={say("finishing:qrCode")} className="size-52">
          <rect x={-4} y={-4} width={qr.size + 8} height={qr.size + 8} fill="#ffffff" />
          <path d={qr.path} fill="#000000" shapeRendering="crispEdges" />
        </svg>
        <figcaption className="mt-2 text-sm text-quiet">{say("finishing:pointCamera")}</figcaption>
      </figure>
      <p className="mt-8">
        <Link to={paths.take(takeToken)} className="button">
          {say("finishing:goOn")}
        </Link>
      </p>
    </Page>
  );
}
