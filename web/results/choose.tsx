import type { ComponentChildren } from "preact";
import { BY_LANGUAGE } from "../../domain/consultation/groupings.ts";
import type { SegmentResult } from "../../domain/release/schema.ts";
import { tellsWithout } from "../../domain/release/without-flagged.ts";
import { namedGroupings } from "../groupings/group-names.ts";
import { Filled } from "../language/filled.tsx";
import { textOf, Wording } from "../language/said.tsx";
import { fill, formatNumber } from "../text.ts";
import type { Choices } from "./facts/choices.ts";
import { hiddenMark, reasonWords } from "./facts/hidden.ts";
import { canSort } from "./facts/order.ts";
import { SORTS } from "./facts/choices.ts";
import { PanelMark } from "./facts/panel-mark.tsx";
import { addressOf, type ResultsView, segmentWords } from "./facts/view.ts";

/** The order, the lists and the group to compare with: all of them links, so each can be shared. */
export function Choose({ view }: { view: ResultsView }) {
  const { choices, consultation, rows } = view;
  const { choose } = view.text.results;
  const sorts = SORTS.filter(
    (sort) => canSort(rows, sort) && (sort !== "segment" || choices.segment !== undefined),
  );
  return (
    <div class="choose">
      <nav aria-label={choose.label}>
        <span class="choose-name" aria-hidden="true">
          {choose.label}
        </span>
        {sorts.map((sort) => (
          <Choice key={sort} view={view} change={{ sort }} current={sort === choices.sort}>
            {choose.sorts[sort]}
          </Choice>
        ))}
      </nav>
      {consultation.addressees.length < 2 ? null : (
        <nav aria-label={choose.view}>
          <span class="choose-name" aria-hidden="true">
            {choose.view}
          </span>
          <Choice view={view} change={{ by: "all" }} current={choices.by === "all"}>
            {choose.overall}
          </Choice>
          <Choice view={view} change={{ by: "addressee" }} current={choices.by === "addressee"}>
            {choose.byAddressee}
          </Choice>
        </nav>
      )}
      <Ballots view={view} />
      <Groups view={view} />
      <p class="hint">{choose.explained[choices.sort]}</p>
    </div>
  );
}

interface ChoiceProps {
  view: ResultsView;
  change: Partial<Choices>;
  current: boolean;
  /** What is said before its name where that alone stands for something else on the page too. */
  named?: string | undefined;
  children: ComponentChildren;
}

const Choice = ({ view, change, current, named, children }: ChoiceProps) => (
  <a href={`${addressOf(view, change)}#priorities`} aria-current={current ? "true" : undefined}>
    {named === undefined ? null : <span class="visually-hidden">{`${named}: `}</span>}
    {children}
  </a>
);

/** With or without flagged ballots, where a release tells both. */
function Ballots({ view }: { view: ResultsView }) {
  const { choices, release, text } = view;
  const { flagged } = text;
  if (!tellsWithout(release)) return null;
  const isAll = choices.ballots === "all";
  return (
    <nav aria-label={flagged.ballots}>
      <span class="choose-name" aria-hidden="true">
        {flagged.ballots}
      </span>
      <Choice view={view} change={{ ballots: "all" }} current={isAll}>
        {flagged.all}
      </Choice>
      <Choice view={view} change={{ ballots: "unflagged" }} current={!isAll}>
        {flagged.without}
      </Choice>
    </nav>
  );
}

/** The groups of the public; which one is chosen, or why nothing is shown of it. */
function Groups({ view }: { view: ResultsView }) {
  const { choices, release, text } = view;
  const { choose } = text.results;
  const named = namedGroupings(view);
  if (named.length === 0) return null;
  const { segment } = choices;
  const names = named.flatMap(({ code, label }) =>
    release.segments.filter((one) => one.question === code).map((one) => textOf(label(one.option))),
  );
  // Languages are named above every page.
  const isTwice = (code: string, option: string) => {
    const own = textOf(named.find((one) => one.code === code)!.label(option));
    return code === BY_LANGUAGE || names.filter((name) => name === own).length > 1;
  };
  const [first] = release.segments;
  const isUntold = release.segments.every(({ madeIn }) => madeIn === null);
  const why = isUntold ? first?.hidden["ballots"] : undefined;
  return (
    <>
      <details class="groups" open={segment !== undefined}>
        <summary>{choose.groups}</summary>
        {why === undefined ? null : (
          <p class="hint">{`${choose.noneYet} ${reasonWords(view, why)}`}</p>
        )}
        <Choice
          view={view}
          change={{ segment: undefined, ...(choices.sort === "segment" && { sort: "public" }) }}
          current={segment === undefined}
        >
          {choose.everyone}
        </Choice>
        {named.map(({ code, question, label }) => (
          <nav key={code} aria-label={textOf(question)}>
            <span class="choose-name" aria-hidden="true">
              <Wording of={question} />
            </span>
            {release.segments
              .filter((one) => one.question === code)
              .map((one) => (
                <span key={one.option} class="group">
                  <Choice
                    view={view}
                    change={{ segment: one }}
                    current={one === segment}
                    named={isTwice(code, one.option) ? textOf(question) : undefined}
                  >
                    <Wording of={label(one.option)} />
                  </Choice>{" "}
                  <span class="hint">{takingPart(view, one)}</span>
                </span>
              ))}
          </nav>
        ))}
      </details>
      {segment === undefined ? null : (
        <p class="notice" id="group">
          <PanelMark panel="segment" /> {chosenWords(view)}
        </p>
      )}
    </>
  );
}

/** How many of a group have taken part, which is told with every release; of an earlier method, as it told it. */
function takingPart({ language, release }: ResultsView, group: SegmentResult): string {
  const count = release.method === 1 ? group.ballots : group.participation;
  return count === null
    ? hiddenMark(group.hidden["ballots"])
    : `≈\u00a0${formatNumber(language, Math.max(0, count))}`;
}

/** The chosen group, with how many its figures are made of and from when; or why there are none. */
function chosenWords(view: ResultsView) {
  const { choose, about } = view.text.results;
  const segment = view.choices.segment!;
  const { question, option } = segmentWords(view, segment);
  const words = { question: <Wording of={question} />, option: <Wording of={option} /> };
  if (segment.ballots === null) {
    const reason = reasonWords(view, segment.hidden["ballots"] ?? "no-data");
    return <Filled of={choose.chosenHidden} values={{ ...words, reason }} />;
  }
  const number = (value: number) => formatNumber(view.language, value);
  const count = fill(about, { count: number(segment.ballots) });
  return (
    <>
      <Filled of={choose.chosen} values={{ ...words, count }} />
      {segment.madeIn === null || segment.madeIn === view.release.release
        ? null
        : ` ${fill(choose.madeIn, { number: number(segment.madeIn) })}`}
    </>
  );
}
