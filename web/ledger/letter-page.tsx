import { LEDGER, LETTER, pathOf } from "../../domain/paths.ts";
import { Filled } from "../language/filled.tsx";
import { saidIn, textOf, unmarked, Wording } from "../language/said.tsx";
import { tookPartWords } from "../results/chart/source.ts";
import { fill, formatNumber } from "../text.ts";
import { HighestTable } from "./highest-table.tsx";
import type { AddresseeView } from "./of-addressee.ts";
import { type SheetProps, SheetPage } from "./sheet-page.tsx";
import { daysWords, dayWords } from "./words.tsx";

/** How many of those that have waited longest are named; of promises too. */
const NAMED = 5;

/** A letter to an addressee, from whoever asks: what was asked, what is urgent, what waits, and how to answer. */
export const LetterPage = (props: SheetProps) => (
  <SheetPage {...props} kind="letter" path={LETTER} title={props.view.text.ledger.letter.title}>
    {(of) => <Letter of={of} />}
  </SheetPage>
);

function Letter({ of }: { of: AddresseeView }) {
  const { view, name, own, waiting, highest, newest } = of;
  const { language, text, consultation, choices, ledger, lines } = view;
  const { letter, sheet, choose } = text.ledger;
  const { organiser } = consultation;
  const number = (value: number) => formatNumber(language, value);
  const from = organiser && saidIn(view, consultation, organiser.name);
  const title = saidIn(view, consultation, consultation.title);
  return (
    <>
      <dl class="sheet-head">
        {from === undefined ? null : (
          <div>
            <dt>{sheet.from}</dt>
            <dd>
              <Wording of={from} />
            </dd>
          </div>
        )}
        <div>
          <dt>{sheet.to}</dt>
          <dd>
            <Wording of={name} />
          </dd>
        </div>
      </dl>
      <p>{dayWords(view, ledger.day)}</p>
      <h1>{fill(letter.subject, { title: textOf(title) })}</h1>
      <p>{letter.dear}</p>
      <p>{letter.asked}</p>
      <p>
        {fill(letter.scope, {
          count: number(lines.length),
          own: number(own.length),
          waiting: number(waiting.length),
        })}{" "}
        {tookPartWords({ ...view, release: newest.release })} {letter.self}
      </p>
      {highest.length === 0 ? null : (
        <>
          <h2>{letter.highest}</h2>
          <p class="hint">
            {fill(letter.highestOrder, {
              order: choose.explained[choices.by],
              count: number(lines.length),
            })}
          </p>
          <HighestTable of={of} />
        </>
      )}
      <Waited of={of} />
      <Passed of={of} />
      <HowToAnswer of={of} />
      <p class="sheet-end">
        {letter.faithfully}
        {from === undefined ? null : (
          <>
            <br />
            <Wording of={from} />
          </>
        )}
      </p>
    </>
  );
}

/** Those that have waited longest, all equally long, with how long that is. */
function Waited({ of: { view, since, summary, longest } }: { of: AddresseeView }) {
  const { language, text } = view;
  const { letter, addressees } = text.ledger;
  if (summary.longest === null) return <p>{letter.waitedNone}</p>;
  const more = longest.length - NAMED;
  return (
    <>
      <h2>{letter.waited}</h2>
      <p>
        {fill(letter.waitedFor, {
          since: dayWords(view, since),
          days: daysWords(view, summary.longest.days),
        })}
      </p>
      <ul>
        {longest.slice(0, NAMED).map((line) => (
          <li key={line.code}>
            <span class="code">{line.code}</span> <Wording of={unmarked(line.said)} />
          </li>
        ))}
        {more <= 0 ? null : (
          <li>{fill(addressees.more, { count: formatNumber(language, more) })}</li>
        )}
      </ul>
    </>
  );
}

/** What was promised by a day that is over, without an answer since. */
function Passed({ of: { view, summary } }: { of: AddresseeView }) {
  const { language, text } = view;
  const { letter, addressees } = text.ledger;
  const { passed } = summary;
  if (passed.length === 0) return null;
  const more = passed.length - NAMED;
  return (
    <>
      <h2>{letter.passed}</h2>
      <ul>
        {passed.slice(0, NAMED).map(({ day, answer }) => (
          <li key={answer.number}>
            {fill(letter.passedOne, {
              code: answer.recommendation,
              day: dayWords(view, day),
              said: dayWords(view, answer.day),
            })}
          </li>
        ))}
        {more <= 0 ? null : (
          <li>{fill(addressees.more, { count: formatNumber(language, more) })}</li>
        )}
      </ul>
    </>
  );
}

/** What an answer is, where it goes, and what becomes of it. */
function HowToAnswer({ of: { view } }: { of: AddresseeView }) {
  const { text, origin, consultation } = view;
  const { letter } = text.ledger;
  const contact = consultation.organiser?.contact;
  const address = origin + pathOf(LEDGER, { id: consultation.id });
  return (
    <>
      <h2>{letter.how}</h2>
      <ul>
        {letter.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p>
        {contact === undefined ? (
          letter.contactNone
        ) : (
          <Filled
            of={letter.contact}
            values={{ contact: <Wording of={saidIn(view, consultation, contact)} /> }}
          />
        )}
      </p>
      <p>
        <Filled of={letter.where} values={{ address: <span class="address">{address}</span> }} />
      </p>
    </>
  );
}
