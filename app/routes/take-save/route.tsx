import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Page } from "#app/components/layout/page.tsx";
import { paths } from "#app/paths.ts";
import { database } from "#app/services/db/database-instance.server.ts";
import { publicOrigin } from "#app/services/env/public-origin-instance.server.ts";
import { qrCode } from "#app/services/responses/qr-code.server.ts";
import { portfolioOfResponse } from "#app/services/portfolios/portfolio-of-response.server.ts";
import { requireResponse } from "#app/services/responses/require-response.server.ts";

export function meta() {
  return [{ title: "Finish later · Pinhigh" }];
}

export async function loader({ params }: LoaderFunctionArgs) {
  const response = await requireResponse(params["token"]);
  if (response.submitted) return redirect(paths.takeCheck(response.takeToken));
  const { definition } = response.compiled;
  const link = `${publicOrigin()}${paths.take(response.takeToken)}`;
  return {
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
  const { takeToken, title, link, qr, answered, total, inPortfolio } = useLoaderData<typeof loader>();
  return (
    <Page>
      <p className="text-sm text-quiet">{title}</p>
      <h1 className="text-2xl">Your answers are kept</h1>
      <p className="measure mt-4">
        {answered} of {total} questions are answered. Open this link on any device to go on where you stopped. Whoever has the link can read and change the
        answers, so keep it to yourself.{" "}
        {inPortfolio && "It belongs to your portfolio: whoever submits the answers is led there, and can open everything in it."}
      </p>
      <label className="mt-6 block max-w-[42rem] text-sm font-semibold">
        Your link
        <input readOnly value={link} className="field mt-1 w-full font-normal" onFocus={(e) => e.currentTarget.select()} />
      </label>
      <figure className="mt-6">
        <svg viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`} role="img" aria-label="QR code of your link" className="size-52">
          <rect x={-4} y={-4} width={qr.size + 8} height={qr.size + 8} fill="#ffffff" />
          <path d={qr.path} fill="#000000" shapeRendering="crispEdges" />
        </svg>
        <figcaption className="mt-2 text-sm text-quiet">Point a phone’s camera here to go on there.</figcaption>
      </figure>
      <p className="mt-8">
        <Link to={paths.take(takeToken)} className="button">
          Go on answering
        </Link>
      </p>
    </Page>
  );
}
