import { type Attempt, type Hook, OFF_AFTER_DAYS } from "../../domain/hook/hook.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { type Reader, useReader } from "../language/reader.ts";
import type { SectionProps } from "../organiser/section-page.tsx";
import { fill, formatMoment, formatNumber } from "../text.ts";

interface Props extends Pick<SectionProps, "signedIn" | "consultation"> {
  hook: Hook;
  /** Its place in the list, from 1. */
  number: number;
}

/** One webhook: how it fares, what waits for it, the last attempts, and what can be done about it. */
export function HookEntry({ hook, number, signedIn, consultation }: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const words = text.hooks;
  const moment = (iso: string) => formatMoment(language, iso, consultation.timeZone);
  const to = { id: consultation.id, lang: language };
  // Others may have the same address.
  const named = `${formatNumber(language, number)}: ${hook.address}`;
  const next = hook.waiting.map((one) => one.next).toSorted()[0];
  return (
    <div class="entry">
      <h2>
        <span class="address" dir="ltr">
          {hook.address}
        </span>
      </h2>
      <p class={isWell(hook) ? undefined : "notice notice-warning"}>
        {stateOf(reader, hook, moment)}
      </p>
      <p class="hint">{fill(words.added, { moment: moment(hook.addedAt) })}</p>
      {next === undefined ? null : (
        <p>
          {fill(words.waiting, { count: formatNumber(language, hook.waiting.length) })}
          <br />
          {fill(words.next, { moment: moment(next) })}
        </p>
      )}
      <Attempts attempts={hook.attempts} {...{ moment, named }} />
      <div class="buttons">
        <Form
          action={organisePath(ORGANISE.tryHook, to)}
          token={signedIn.formToken}
          hidden={{ hook: hook.id }}
        >
          <button class="secondary" type="submit">
            {words.try}
            <span class="visually-hidden"> {named}</span>
          </button>
        </Form>
        <a
          class="button danger"
          href={`${organisePath(ORGANISE.removeHookPage, to)}&hook=${hook.id}`}
        >
          {words.remove}
          <span class="visually-hidden"> {named}</span>
        </a>
      </div>
    </div>
  );
}

const isWell = ({ off, failingSince }: Hook): boolean =>
  off === undefined && failingSince === undefined;

/** How a hook fares, in a sentence that says what to do. */
function stateOf(
  { language, text }: Reader,
  { off, failingSince, attempts }: Hook,
  moment: (iso: string) => string,
): string {
  const { states } = text.hooks;
  if (off !== undefined) {
    const days = formatNumber(language, OFF_AFTER_DAYS);
    return fill(states[`off-${off.why}`], { moment: moment(off.at), days });
  }
  if (failingSince !== undefined) return fill(states.failing, { moment: moment(failingSince) });
  const [last] = attempts;
  return last === undefined ? states.new : fill(states.fine, { moment: moment(last.at) });
}

/** The last attempts, the newest first: when, what, for the how manieth time, and what came of it. */
function Attempts({
  attempts,
  moment,
  named,
}: {
  attempts: readonly Attempt[];
  moment: (iso: string) => string;
  /** Of which hook, for those who do not see it. */
  named: string;
}) {
  const reader = useReader();
  const { language } = reader;
  const words = reader.text.hooks;
  if (attempts.length === 0) return null;
  return (
    <details>
      <summary>
        {words.attempts.caption}
        <span class="visually-hidden"> {named}</span>
      </summary>
      <div
        class="table-scroll"
        tabIndex={0}
        role="region"
        aria-label={`${words.attempts.caption} ${named}`}
      >
        <table>
          <caption class="visually-hidden">{words.attempts.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.attempts.at}</th>
              <th scope="col">{words.attempts.what}</th>
              <th scope="col" class="number">
                {words.attempts.tries}
              </th>
              <th scope="col">{words.attempts.result}</th>
            </tr>
          </thead>
          <tbody>
            {attempts.map((attempt) => (
              <tr key={`${attempt.key} ${attempt.tries}`}>
                <td>{moment(attempt.at)}</td>
                <td>{eventOf(reader, attempt)}</td>
                <td class="number">{formatNumber(language, attempt.tries)}</td>
                <td>{resultOf(reader, attempt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** What was told of, by the key of the event: its kind, and its number where it has one. */
function eventOf({ language, text }: Reader, { key }: Attempt): string {
  const { events } = text.hooks;
  const [kind = "", number] = key.split("/");
  const words = Object.hasOwn(events, kind) ? events[kind as keyof typeof events] : key;
  return fill(words, { number: formatNumber(language, Number(number)) });
}

function resultOf({ text }: Reader, attempt: Attempt): string {
  const words = text.hooks;
  if ("failure" in attempt) return words.failures[attempt.failure];
  const { status } = attempt;
  const said = status < 300 ? words.arrived : status < 400 ? words.redirected : words.status;
  return fill(said, { status });
}
