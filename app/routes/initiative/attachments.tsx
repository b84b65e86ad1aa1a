import { Form } from "@remix-run/react";
import type { FieldProblem } from "#app/components/forms/error-summary.tsx";
import { LabelledField } from "#app/components/forms/labelled-field.tsx";
import { useWords } from "#app/components/words/use-words.tsx";
import { LONGEST_LINK } from "#app/domain/assessment/answer.ts";
import { LONGEST_ATTACHMENT_TITLE } from "#app/domain/board/initiative-page-form.ts";
import { fileSizeText } from "#app/domain/evidence/file-size.ts";
import { ACCEPTED, LARGEST_EVIDENCE_MB } from "#app/domain/evidence/file-types.ts";
import { displayDate } from "#app/domain/report/display.ts";
import { organizationPaths } from "#app/organization-paths.ts";
import type { Entered } from "./sent.ts";

type Attachment = { id: string; title: string; link: string | null; file: { name: string; size: number } | null; addedBy: string; addedAt: string };
type AttachmentsProps = {
  slug: string;
  initiativeId: string;
  attachments: readonly Attachment[];
  once: string;
  mayEdit: boolean;
  entered: Entered | null;
  problems: readonly FieldProblem[];
};

/** Links and files that belong to an initiative. */
export function Attachments({ slug, initiativeId, attachments, once, mayEdit, entered, problems }: AttachmentsProps) {
  const { say } = useWords();
  const error = (name: string) => problems.find(({ field }) => field === name)?.message;
  const own = entered?.["intent"] === "attach" ? entered : null;
  return (
    <section id="attachments" className="mt-10 border-t border-rule pt-6">
      <h2 className="text-xl">{say("initiatives:attachmentsHeading")}</h2>
      {attachments.length === 0 && <p className="mt-2 text-quiet">{say("initiatives:noAttachments")}</p>}
      <ul className="mt-2 max-w-[48rem]">
        {attachments.map((attachment) => (
          <Line
            key={attachment.id}
            attachment={attachment}
            address={organizationPaths.initiativeFile(slug, initiativeId, attachment.id)}
            mayEdit={mayEdit}
            typed={entered?.["intent"] === "detach" && entered["id"] === attachment.id ? (entered["typed"] ?? "") : null}
            problem={error(`typed-${attachment.id}`)}
          />
        ))}
      </ul>
      {mayEdit && (
        <details key={attachments.length} className="mt-4" open={own !== null}>
          <summary className="inline-flex min-h-11 items-center text-accent">{say("initiatives:attachHeading")}</summary>
          <Form method="post" action="#attachments" encType="multipart/form-data" preventScrollReset className="mt-2 flex flex-col gap-y-4">
            <input type="hidden" name="intent" value="attach" />
            <input type="hidden" name="once" value={own?.["once"] ?? once} />
            <LabelledField id="title" label={say("initiatives:attachmentTitle")} hint={say("initiatives:attachmentTitleHint")} error={error("title")}>
              {(ties) => <input {...ties} defaultValue={own?.["title"] ?? ""} maxLength={LONGEST_ATTACHMENT_TITLE} autoComplete="off" />}
            </LabelledField>
            <LabelledField id="link" label={say("initiatives:link")} hint={say("initiatives:linkHint")} error={error("link")}>
              {(ties) => <input {...ties} inputMode="url" defaultValue={own?.["link"] ?? ""} maxLength={LONGEST_LINK} autoComplete="off" spellCheck={false} />}
            </LabelledField>
            <LabelledField id="file" label={say("initiatives:file")} hint={say("initiatives:fileHint", { limit: LARGEST_EVIDENCE_MB })} error={error("file")}>
              {(ties) => <input {...ties} type="file" accept={ACCEPTED} />}
            </LabelledField>
            <p>
              <button type="submit" className="button button-quiet">
                {say("initiatives:attach")}
              </button>
            </p>
          </Form>
        </details>
      )}
    </section>
  );
}

type LineProps = { attachment: Attachment; address: string; mayEdit: boolean; typed: string | null; problem: string | undefined };

function Line({ attachment: { id, title, link, file, addedBy, addedAt }, address, mayEdit, typed, problem }: LineProps) {
  const words = useWords();
  const { say, language } = words;
  const day = displayDate(addedAt, language);
  return (
    <li className="border-b border-dotted border-rule py-2">
      <p className="font-semibold wrap-anywhere">{title}</p>
      {link && (
        <p>
          {/* The address is never part of a sentence: it may hold anything. */}
          <a href={link} rel="noopener noreferrer nofollow ugc" className="inline-block py-0.5 break-all">
            <bdi>{link}</bdi>
          </a>
        </p>
      )}
      {file && (
        <p>
          <a href={address} download className="inline-block py-0.5 wrap-anywhere">
            {say("initiatives:saveFile", { file: say("evidence:fileOf", { file: file.name, size: fileSizeText(file.size, words) }) })}
          </a>
        </p>
      )}
      <p className="text-sm wrap-anywhere text-quiet">{addedBy ? say("initiatives:attachedBy", { person: addedBy, day }) : day}</p>
      {mayEdit && (
        <details open={typed !== null}>
          <summary className="inline-flex min-h-11 items-center text-sm wrap-anywhere text-accent">{say("initiatives:removeAttachment", { title })}</summary>
          <Form method="post" action="#attachments" preventScrollReset className="flex flex-col gap-y-3 pb-3">
            <p className="measure">{say("initiatives:removeAttachmentText")}</p>
            <input type="hidden" name="intent" value="detach" />
            <input type="hidden" name="id" value={id} />
            <LabelledField id={`typed-${id}`} name="typed" label={say("initiatives:typeTitle", { title })} error={problem}>
              {(ties) => <input {...ties} defaultValue={typed ?? ""} maxLength={LONGEST_ATTACHMENT_TITLE} autoComplete="off" />}
            </LabelledField>
            <p>
              <button type="submit" className="button button-quiet">
                {say("initiatives:removeIt")}
              </button>
            </p>
          </Form>
        </details>
      )}
    </li>
  );
}
