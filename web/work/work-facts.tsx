import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { HourSeen } from "../../domain/work/crowd.ts";
import { modeAfter, type WorkSwitch } from "../../domain/work/mode.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatDay } from "../text.ts";

/** What everybody may know of work on the ballots of a consultation. */
export interface WorkView {
  /** The newest last. */
  switches: readonly WorkSwitch[];
  /** Of the last hour that is over; `undefined` while none was counted whole, and once no ballots come. */
  hour: HourSeen | undefined;
  /** In which days are told. */
  timeZone: string;
}

/** Of whom work is asked, since when, and, widely, how many came: organisers are shown the same as the public. */
export function WorkFacts({ switches, hour, timeZone }: WorkView) {
  const { language, text } = useReader();
  const { work } = text.about;
  const dayOf = (at: string) => dayIn(timeZone, new Date(at));
  const day = (at: string) => formatDay(language, dayOf(at));
  const last = switches.at(-1);
  return (
    <>
      <p>{work.what}</p>
      <p>{work.cost}</p>
      <p>
        <strong>{work.modes[modeAfter(switches)]}</strong>{" "}
        {last === undefined ? work.always : fill(work.since, { day: day(last.at) })}
      </p>
      {switches.length < 2 ? null : (
        <details>
          <summary>{work.switches}</summary>
          <ul>
            {switches.toReversed().map(({ mode, at }) => (
              <li key={at}>
                <time dateTime={dayOf(at)}>{day(at)}</time>: {work.modes[mode]}
              </li>
            ))}
          </ul>
        </details>
      )}
      {hour === undefined ? null : (
        <p>
          {fill(work.hour, {
            ballots: work.crowds[hour.ballots],
            worked: work.crowds[hour.worked],
          })}
        </p>
      )}
      <p class="hint">{work.coarse}</p>
    </>
  );
}
