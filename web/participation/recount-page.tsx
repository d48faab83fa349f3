import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { HaveRead } from "../organiser/have-read.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { whoIn } from "../organiser/who.ts";
import { fill, formatMoment, formatNumber } from "../text.ts";

/** The last recount that was wanted, as far as organisers may know: in names, and in no figure of the count. */
export interface RecountView {
  by: string;
  at: string;
  why: "asked" | "night" | "gap" | "upgrade";
  rebuild: boolean;
  state: "waiting" | "counting" | "done";
  /** How many of the parts are counted. */
  parts: number;
  all: number;
  /** How often it began anew. */
  anew: number;
  ended?: string | undefined;
  outcome?: "agreed" | "differed" | "rebuilt" | "purged" | undefined;
  differences: readonly string[];
}

interface Props extends SectionProps {
  view: RecountView | undefined;
  /** When the last recount ended, whoever made it. */
  last: { at: string; agreed: boolean } | undefined;
  /** The ballots are being deleted, or are. */
  purged: boolean;
  problem: ProblemCode | undefined;
}

/** What can be asked for. */
export const HOWS = ["compare", "rebuild"] as const;

/** Asking for a recount, and what came of the last: what a rebuild does is read before. */
export function RecountPage({ view, last, purged, problem, ...page }: Props) {
  const { language, text, signedIn, consultation } = page;
  const words = text.participation.recount;
  const { health } = text.participation;
  const to = { id: consultation.id, lang: language };
  const moment = (at: string) => formatMoment(language, at, consultation.timeZone);
  const isUnderWay = view !== undefined && view.state !== "done";
  return (
    <SectionPage {...page} page={ORGANISE.recountPage} heading={words.title}>
      <Refusal id="refusal" why={problem && text.problems[problem]} />
      <p class="lead">{words.lead}</p>
      <h2>{isUnderWay ? words.underWayHeading : words.lastHeading}</h2>
      {isUnderWay ? <UnderWay {...page} view={view} /> : null}
      {!isUnderWay && view !== undefined ? <Ended {...page} view={view} /> : null}
      {isUnderWay ? null : (
        <p>
          {last === undefined
            ? health.noRecount
            : fill(last.agreed ? health.recountAgreed : health.recountDiffered, {
                moment: moment(last.at),
              })}
        </p>
      )}
      {purged ? (
        <p class="notice">{words.purged}</p>
      ) : (
        <section aria-labelledby="ask">
          <h2 id="ask">{words.askHeading}</h2>
          <h3>{words.whatHeading}</h3>
          <ul>
            {words.what.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Form action={organisePath(ORGANISE.askRecount, to)} token={signedIn.formToken}>
            <fieldset>
              <legend>{words.askHeading}</legend>
              {HOWS.map((how) => (
                <label class="choice" key={how}>
                  <input
                    type="radio"
                    name="how"
                    value={how}
                    checked={how === (problem === undefined ? "compare" : "rebuild")}
                  />
                  <span>{words.hows[how]}</span>
                </label>
              ))}
            </fieldset>
            <HaveRead of="rebuild" label={words.sure} missed={problem === "step-unconfirmed"} />
            <p>
              <button class="primary" type="submit">
                {words.send}
              </button>
            </p>
          </Form>
        </section>
      )}
      <p>
        <a href={organisePath(ORGANISE.watch, to)}>{words.toWatch}</a>
      </p>
    </SectionPage>
  );
}

type Shown = Pick<SectionProps, "language" | "text" | "consultation"> & { view: RecountView };

/** Who wanted it, and when. */
function askedWords({ language, text, consultation, view }: Shown): string {
  const words = text.participation.recount;
  const moment = formatMoment(language, view.at, consultation.timeZone);
  return view.why === "night"
    ? fill(words.byNight, { moment })
    : fill(words.asked, { who: whoIn(text, view.by), moment });
}

function UnderWay(props: Shown) {
  const { language, text, consultation, view } = props;
  const words = text.participation.recount;
  const count = (value: number) => formatNumber(language, value);
  const reload = organisePath(ORGANISE.recountPage, { id: consultation.id, lang: language });
  return (
    <>
      <p class="notice">
        {askedWords(props)}{" "}
        {view.state === "waiting"
          ? words.waiting
          : fill(words.counting, { parts: count(view.parts), all: count(view.all) })}
      </p>
      <progress aria-label={words.underWayHeading} max={view.all} value={view.parts} />
      {view.anew === 0 ? null : <p>{fill(words.anew, { count: count(view.anew) })}</p>}
      <p>{view.rebuild ? words.willRebuild : words.willCompare}</p>
      <p>
        {words.refreshes} <a href={reload}>{words.reload}</a>
      </p>
    </>
  );
}

function Ended(props: Shown) {
  const { language, text, consultation, view } = props;
  const words = text.participation.recount;
  const { ended, outcome, differences } = view;
  if (ended === undefined || outcome === undefined) return null;
  const moment = formatMoment(language, ended, consultation.timeZone);
  return (
    <>
      <p class="notice">
        {askedWords(props)} {fill(words[outcome], { moment })}
      </p>
      {differences.length === 0 ? null : (
        <p>{fill(words.differences, { names: differences.join(", ") })}</p>
      )}
    </>
  );
}
