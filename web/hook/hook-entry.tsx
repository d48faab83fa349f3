import { type Attempt, type Hook, OFF_AFTER_DAYS } from "../../domain/hook/hook.ts";
import { isTest } from "../../domain/hook/waiting.ts";
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
  const heading = `hook-${number}`;
  const next = hook.waiting.map((one) => one.next).toSorted()[0];
  return (
    <section class="entry" aria-labelledby={heading}>
      <h2 id={heading}>
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
      <Attempts attempts={hook.attempts} moment={moment} />
      <div class="buttons">
        <Form
          action={organisePath(ORGANISE.tryHook, to)}
          token={signedIn.formToken}
          hidden={{ hook: hook.id }}
        >
          <button class="secondary" type="submit" aria-describedby={heading}>
            {words.try}
          </button>
        </Form>
        <a
          class="button danger"
          href={`${organisePath(ORGANISE.removeHookPage, to)}&hook=${hook.id}`}
          aria-describedby={heading}
        >
          {words.remove}
        </a>
      </div>
    </section>
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
}: {
  attempts: readonly Attempt[];
  moment: (iso: string) => string;
}) {
  const reader = useReader();
  const { language } = reader;
  const words = reader.text.hooks;
  if (attempts.length === 0) return null;
  return (
    <details>
      <summary>{words.attempts.caption}</summary>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={words.attempts.caption}>
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
                <td>{isTest(attempt) ? words.test : <code dir="ltr">{attempt.key}</code>}</td>
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

function resultOf({ text }: Reader, attempt: Attempt): string {
  const words = text.hooks;
  if ("failure" in attempt) return words.failures[attempt.failure];
  const { status } = attempt;
  const said = status < 300 ? words.arrived : status < 400 ? words.redirected : words.status;
  return fill(said, { status });
}
