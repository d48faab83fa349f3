import { firstWords } from "../results/facts/schedule-words.ts";
import { releaseWords } from "../results/facts/calendar-words.ts";
import { fill, formatNumber } from "../text.ts";
import type { LedgerView } from "./view.ts";
import { daysWords, dayWords, waitingIn } from "./words.tsx";
import { daysBetween } from "../../domain/response/silence.ts";

/** How many wait for an answer, and since when that is counted; before the first release, when it begins. */
export function StateNote({ view }: { view: LedgerView }) {
  const { language, text, consultation, newest, ledger, lines, orders } = view;
  const { state } = text.ledger;
  if (newest === undefined || ledger.since === undefined) return <NotStarted view={view} />;
  const number = (value: number) => formatNumber(language, value);
  return (
    <>
      <section class="calendar" aria-labelledby="state">
        <h2 id="state">
          {fill(state.heading, { waiting: number(waitingIn(lines)), count: number(lines.length) })}
        </h2>
        <p>
          {fill(state.counted, {
            since: dayWords(view, ledger.since),
            today: dayWords(view, ledger.day),
            days: daysWords(view, daysBetween(ledger.since, ledger.day)),
          })}
        </p>
        <p class="hint">{releaseWords(view, newest.release, consultation.timeZone)}</p>
      </section>
      {orders.length > 0 ? null : <p class="notice">{state.tooFew}</p>}
    </>
  );
}

function NotStarted({ view }: { view: LedgerView }) {
  const { state } = view.text.ledger;
  // Once it is closed and counted, no first results are to be announced; until then they are.
  const isAhead = !["counting", "too-few"].includes(view.calendar.state);
  return (
    <section class="empty" aria-labelledby="state">
      <h2 id="state">{state.notStarted}</h2>
      <p>{state.starts}</p>
      {isAhead ? <p>{firstWords(view, view.consultation)}</p> : null}
      <p>{state.recorded}</p>
    </section>
  );
}
