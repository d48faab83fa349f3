import type { ComponentChildren } from "preact";
import { REFUSAL_REASONS } from "../../domain/remark/remark.ts";
import type { Verdict } from "../../domain/remark/verdict.ts";
import { languageName } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { type Said, Wording } from "../language/said.tsx";
import { Written } from "../remark/written.tsx";
import { fill, formatNumber, plural } from "../text.ts";
import { type TextView, verdictWords } from "./view.ts";

interface Props {
  one: TextView;
  /** Its place on the page, from 0. */
  place: number;
  /** Of the recommendation that it is about; `undefined` for a suggestion. */
  title: Said | undefined;
  children: ComponentChildren;
}

/** A text with what it is about, and what is done with it. A script finds its way by `data-card`. */
export function TextCard({ one, place, title, children }: Props) {
  const { language, text } = useReader();
  const words = text.moderation;
  return (
    <fieldset class="entry judged" id={`text-${place}`} tabIndex={-1} data-card>
      <legend>
        <span class="hint">
          {`${formatNumber(language, place + 1)}. `}
          {one.code === "" ? (
            words.filter.suggestions
          ) : (
            <>
              <span class="code">{one.code}</span> {title && <Wording of={title} />}
            </>
          )}
          {` · ${languageName(one.language, language)}`}
          {one.people > 1 ? ` · ${plural(language, words.same, one.people)}` : ""}
        </span>
      </legend>
      <Written text={one.text} language={one.language} />
      {one.publish ? null : <p class="hint">{words.notPublished}</p>}
      {one.odd.map((oddity) => (
        <p class="hint" key={oddity}>
          {words.odd[oddity]}
        </p>
      ))}
      {one.said.length === 0 ? null : (
        <p class="hint">
          {fill(words.said[one.said.length > 1 ? "disputed" : "decided"], {
            verdicts: one.said.map((verdict) => verdictWords(text, verdict)).join("; "),
          })}
        </p>
      )}
      {children}
    </fieldset>
  );
}

/** The choice of a verdict on a text; none to begin with. Digits are reasons for refusal, in their order. */
export function Verdicts({ place }: { place: number }) {
  const { text } = useReader();
  const words = text.moderation;
  const choice = (value: Verdict | "", key: string, label: ComponentChildren) => (
    <label class="choice" key={key}>
      <input
        type="radio"
        name={`verdict.${place}`}
        value={value}
        checked={value === ""}
        data-key={key}
      />
      <span>
        {label} <kbd aria-hidden="true">{key}</kbd>
      </span>
    </label>
  );
  return (
    <>
      <div class="verdicts">
        {choice("", "l", words.later)}
        {choice("accept", "a", words.accept)}
      </div>
      <div class="verdicts">
        <b aria-hidden="true">{words.refuseFor}</b>
        {REFUSAL_REASONS.map((reason, index) =>
          choice(
            reason,
            String(index + 1),
            <>
              <span class="visually-hidden">{words.refuseFor} </span>
              {words.refusals[reason]}
            </>,
          ),
        )}
      </div>
    </>
  );
}
