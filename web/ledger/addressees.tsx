import type { ComponentChildren } from "preact";
import type { AddresseeSummary } from "../../domain/ledger/ledger.ts";
import { BRIEFING, LETTER } from "../../domain/paths.ts";
import { saidIn, textOf, Wording } from "../language/said.tsx";
import { fill, formatNumber } from "../text.ts";
import { ledgerAddress, type LedgerView } from "./view.ts";
import { CodeLink, daysWords, dayWords } from "./words.tsx";

/** How many recommendations are named where many have waited equally long. */
const NAMED = 12;

/** Each addressee: what it has answered of the highest, how long it takes, where it is silent. */
export const Addressees = ({ view }: { view: LedgerView }) => (
  <section aria-labelledby="addressees">
    <h2 id="addressees">{view.text.ledger.addressees.heading}</h2>
    <ul class="ledger-addressees">
      {view.ledger.addressees.map((one) => (
        <AddresseeFacts key={one.code} view={view} one={one} />
      ))}
    </ul>
  </section>
);

function AddresseeFacts({ view, one }: { view: LedgerView; one: AddresseeSummary }) {
  const words = view.text.ledger.addressees;
  const { consultation } = view;
  const name = saidIn(
    view,
    consultation,
    consultation.addressees.find(({ code }) => code === one.code)!.name,
  );
  const sheet = (path: string, kind: string) => (
    <a
      href={ledgerAddress(view, { addressee: undefined, status: undefined }, path, one.code)}
      aria-label={fill(words.named, { words: kind, name: textOf(name) })}
    >
      {kind}
    </a>
  );
  return (
    <li>
      <h3>
        <Wording of={name} />
      </h3>
      {one.recommendations === 0 ? <p>{words.noneAsked}</p> : <Facts view={view} one={one} />}
      {one.recommendations === 0 || view.newest === undefined ? null : (
        <p class="ways">
          {sheet(LETTER, words.letter)}
          {sheet(BRIEFING, words.briefing)}
        </p>
      )}
    </li>
  );
}

/** The figures of an addressee, with their names. */
function Facts({ view, one }: { view: LedgerView; one: AddresseeSummary }) {
  return (
    <dl class="facts">
      {factsOf(view, one).map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What there is to say of an addressee: of the ten highest, of its days, of its promises; naming so many at most. */
export function factsOf(
  view: LedgerView,
  one: AddresseeSummary,
  named = NAMED,
): [string, ComponentChildren][] {
  const { language, text, orders, ledger } = view;
  const words = text.ledger.addressees;
  const number = (value: number) => formatNumber(language, value);
  const { top, medianDays, longest, passed } = one;
  const notCounted = ledger.since === undefined ? words.notCounted : undefined;
  const linesOf = (codes: readonly string[]) =>
    view.lines.filter(({ code }) => codes.includes(code));
  return [
    ...(orders.length === 0
      ? []
      : ([
          [
            words.top,
            top.of === 0
              ? words.noneInTop
              : fill(words.ratio, { part: number(top.answered), all: number(top.of) }),
          ],
        ] as [string, string][])),
    [words.median, medianDays === null ? words.notCounted : daysWords(view, medianDays)],
    [
      words.longest,
      notCounted ??
        (longest === null ? (
          words.allAnswered
        ) : (
          <>
            {`${daysWords(view, longest.days)}: `}
            {listed(
              linesOf(longest.codes).map((line) => (
                <CodeLink key={line.code} view={view} line={line} />
              )),
              named,
              fill(words.more, { count: number(longest.codes.length - named) }),
            )}
          </>
        )),
    ],
    [
      words.passed,
      passed.length === 0
        ? words.noPassed
        : listed(
            passed.map(({ day, answer }) => (
              <span key={answer.number}>
                {linesOf([answer.recommendation]).map((line) => (
                  <CodeLink key={line.code} view={view} line={line} />
                ))}
                {` (${fill(words.promise, { day: dayWords(view, day) })})`}
              </span>
            )),
            named,
            fill(words.more, { count: number(passed.length - named) }),
          ),
    ],
  ];
}

/** The first of many, parted by commas, and how many more there are. */
const listed = (
  all: readonly ComponentChildren[],
  named: number,
  more: string,
): ComponentChildren => (
  <>
    {all.slice(0, named).map((one, place) => [place === 0 ? "" : ", ", one])}
    {all.length > named ? ` ${more}` : null}
  </>
);
