import {
  canCancel,
  canRetry,
  type ExportRequest,
  isMoving,
  isOver,
} from "../../domain/export/request.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { whoIn } from "../organiser/who.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatMoment, formatPercent } from "../text.ts";
import { Downloads } from "./downloads.tsx";
import type { ExportProps } from "./view.ts";

/** Where the export stands: asked for, being made, ready, failed, stopped, over, or none; and what can be done. */
export function ExportState({ view, ...page }: ExportProps) {
  const { language, text } = useReader();
  const { signedIn, consultation } = page;
  const words = text.exports;
  const { request, now } = view;
  if (request === undefined) return <p>{words.state.none}</p>;
  const over = isOver(request, now);
  const moment = (iso: string) => formatMoment(language, iso, consultation.timeZone);
  const said = fill(words.state[over ? "over" : request.state], {
    name: whoIn(text, request.name),
    moment: moment(request.askedAt),
    until: request.until === undefined ? "" : moment(request.until),
  });
  const by = request.confirmedBy;
  const to = { id: consultation.id, lang: language };
  return (
    <>
      <p class="notice">
        {by === undefined ? said : `${said} ${fill(words.confirmedBy, { name: by })}`}
      </p>
      {request.state === "making" ? <Progress request={request} /> : null}
      {request.state === "ready" && !over ? (
        <Downloads {...page} view={view} request={request} />
      ) : null}
      {request.failure === undefined || request.state !== "failed" ? null : (
        <p>{words.failures[request.failure]}</p>
      )}
      {!canRetry(request, now) ? null : (
        <Form action={organisePath(ORGANISE.retryExport, to)} token={signedIn.formToken}>
          <p>
            <button class="primary" type="submit">
              {words.again}
            </button>
          </p>
          <p>{words.againHint}</p>
        </Form>
      )}
      {isMoving(request) || over ? (
        <p>
          {over ? null : `${words.refreshes} `}
          <a href={organisePath(ORGANISE.exportPage, to)}>{words.reload}</a>
        </p>
      ) : null}
      {over || !canCancel(request) ? null : (
        <Form action={organisePath(ORGANISE.cancelExport, to)} token={signedIn.formToken}>
          <p>
            <button class="secondary" type="submit">
              {words.cancel}
            </button>
          </p>
        </Form>
      )}
    </>
  );
}

/** How much of an export is done. */
function Progress({ request: { progress = 0 } }: { request: ExportRequest }) {
  const { language, text } = useReader();
  const percent = formatPercent(language, progress / 100);
  return (
    <p class="export-progress">
      <progress max={100} value={progress} aria-hidden="true" />
      <span>{fill(text.exports.progress, { percent })}</span>
    </p>
  );
}
