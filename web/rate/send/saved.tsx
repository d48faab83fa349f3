import type { ComponentChildren } from "preact";
import type { ReadBack } from "../../../domain/api.ts";
import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Language } from "../../../domain/language.ts";
import { RECEIPT, pathOf } from "../../../domain/paths.ts";
import { AnswerList } from "./answer-list.tsx";
import { changeWords } from "./change-words.ts";
import { takeFocus } from "./focus.ts";
import { ReceiptCode } from "./receipt-code.tsx";
import type { NamedConsultation, SendTexts } from "./state.ts";

interface Props {
  consultation: NamedConsultation;
  language: Language;
  texts: SendTexts;
  receipt: string;
  panel: Panel;
  /** What the server has stored. */
  stored: ReadBack;
  /** The public's ballot became an expert's with this version. */
  moves: boolean;
  /** What was written beside the ratings is saved too, or was refused. */
  wrote: boolean;
  unsaved: Problem | undefined;
  /** What a script can do with the receipt. */
  tools?: ComponentChildren;
  /** How to go back to the answers. */
  change: ComponentChildren;
  /** What follows now. */
  afterwards: ComponentChildren;
}

/** "Your answers are saved": shown only for a ballot of which the server told what is stored. */
export function Saved(props: Props) {
  const { consultation, language, receipt, unsaved } = props;
  const { saved, remarks, problems } = props.texts;
  const address = pathOf(RECEIPT, { id: consultation.id, lang: language });
  return (
    <div class="saved">
      <h1 tabIndex={-1} ref={takeFocus}>
        {saved.heading}
      </h1>
      <p>{props.panel === "expert" ? saved.savedExpert : saved.savedPublic}</p>
      <p>{changeWords(props.texts, props.stored.revision, props.moves, true)}</p>
      {remarks && unsaved && (
        <p class="notice notice-warning" role="alert">
          {remarks.unsaved} {problems[unsaved.problem]}
        </p>
      )}
      {remarks && props.wrote && !unsaved && <p>{remarks.saved}</p>}
      <section class="receipt-box" aria-labelledby="receipt-heading">
        <h2 id="receipt-heading">{saved.receiptHeading}</h2>
        <p>
          <ReceiptCode receipt={receipt} />
        </p>
        <p>{saved.keepIt}</p>
        {props.tools}
        <p>
          <a href={`${address}#${receipt}`}>{saved.link}</a>
        </p>
        <p class="hint">{saved.linkNote}</p>
      </section>
      <div class="buttons">{props.change}</div>
      {props.afterwards}
      <section class="stored-answers">
        <h2>{saved.readBackHeading}</h2>
        <AnswerList consultation={consultation} stored={props.stored} texts={props.texts} />
      </section>
    </div>
  );
}
