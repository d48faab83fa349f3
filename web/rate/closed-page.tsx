import type { Life } from "../../domain/consultation/life.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Texts } from "../../domain/language.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { RECEIPT, RESULTS, pathOf } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import { fill, formatMoment } from "../text.ts";
import { saidIn, Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { AskedBy } from "../page/asked-by.tsx";
import { Prose } from "../page/prose.tsx";
import { PauseNote } from "../respondent/pause-note.tsx";
import { headed } from "../respondent/localize.ts";
import { RespondentPage } from "../respondent/respondent-page.tsx";

interface Props extends Reader {
  assets: Assets;
  origin: string;
  consultation: Consultation;
  because: ProblemCode;
  /** The ballots have been deleted, or are being. */
  purged: boolean;
  /** Why it is paused, where that was said. */
  pause?: Life["pause"];
}

/** In place of the form while no answers are taken: why, and what can still be done. */
export function ClosedPage({
  language,
  text,
  assets,
  origin,
  consultation,
  because,
  purged,
  pause,
}: Props) {
  const { id, title, opensAt, closesAt, organiser } = consultation;
  const said = (texts: Texts) => <Wording of={saidIn({ language, text }, consultation, texts)} />;
  const { closed } = text.rate;
  const notYet = because === "consultation-not-open";
  const at = (moment: string | undefined) =>
    moment === undefined ? "" : formatMoment(language, moment, consultation.timeZone);
  return (
    <RespondentPage
      {...{ language, text, assets, origin }}
      consultation={headed(consultation, { language, text })}
    >
      <h1>{said(title)}</h1>
      {notYet ? (
        <>
          <p class="lead">{fill(closed.opens, { moment: at(opensAt) })}</p>
          <Prose of={saidIn({ language, text }, consultation, consultation.summary)} />
        </>
      ) : (
        <>
          <p class="lead">
            {because === "read-only"
              ? closed.readOnly
              : because === "consultation-paused"
                ? closed.paused
                : fill(closed.since, { moment: at(closesAt) })}
          </p>
          <AskedBy
            id={id}
            name={organiser && saidIn({ language, text }, consultation, organiser.name)}
          />
          {because === "consultation-paused" ? <PauseNote {...{ consultation, pause }} /> : null}
          <p>{purged ? text.exports.told.deleted : closed.still}</p>
          <p class="buttons">
            <a class="button primary" href={pathOf(RESULTS, { id, lang: language })}>
              {text.rate.page.results}
            </a>
            {purged ? null : (
              <a href={pathOf(RECEIPT, { id, lang: language })}>{text.rate.page.haveReceipt}</a>
            )}
          </p>
        </>
      )}
    </RespondentPage>
  );
}
