import { Form } from "../form/form.tsx";
import type { ReleaseList } from "../../domain/api.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import { COMPARE, pathOf } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import { fill, formatDay, formatNumber } from "../text.ts";

/** More releases than this are chosen by their number: a list of all of them twice would be longer than the page. */
const LISTED = 60;

interface Props {
  consultation: Consultation;
  /** All of them, newest first. */
  releases: ReleaseList["releases"];
  waves: readonly Consultation[];
  /** What is shown now, by number. */
  chosen: { from: number | undefined; to: number | undefined };
}

/** What to put side by side: a form that works without a script, and a link to each other wave. */
export function ChooseTwo({ consultation, releases, waves, chosen }: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const { choose } = text.compare;
  const { id } = consultation;
  if (releases.length < 2 && waves.length === 0) return null;
  const [newest, first] = [releases[0]?.release, releases.at(-1)?.release];
  return (
    <section aria-labelledby="choose" class="compare-choose">
      <h2 id="choose">{choose.heading}</h2>
      {releases.length < 2 ? null : (
        <Form asks action={pathOf(COMPARE, { id })} hidden={{ lang: language }}>
          <p class="buttons">
            <Choice {...{ consultation, releases }} name="from" value={chosen.from ?? first!}>
              {choose.from}
            </Choice>
            <Choice {...{ consultation, releases }} name="to" value={chosen.to ?? newest!}>
              {choose.to}
            </Choice>
            <button class="secondary" type="submit">
              {choose.show}
            </button>
          </p>
          {releases.length <= LISTED ? null : (
            <p class="hint">
              {fill(choose.numbers, {
                first: formatNumber(language, first!),
                last: formatNumber(language, newest!),
              })}
            </p>
          )}
        </Form>
      )}
      {waves.length === 0 ? null : (
        <>
          <p>{choose.with}:</p>
          <ul>
            {waves.map((one) => (
              <li key={one.id}>
                <a href={`${pathOf(COMPARE, { id })}?with=${one.id}&lang=${language}`}>
                  <Wording of={saidIn(reader, one, one.title)} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface ChoiceProps extends Pick<Props, "consultation" | "releases"> {
  name: "from" | "to";
  value: number;
  children: string;
}

function Choice({ consultation, releases, name, value, children }: ChoiceProps) {
  const { language } = useReader();
  const day = (at: string) => formatDay(language, dayIn(consultation.timeZone, new Date(at)));
  return (
    <span class="compare-choice">
      <label for={name}>{children}</label>
      {releases.length <= LISTED ? (
        <select id={name} name={name}>
          {releases.map(({ release, releasedAt }) => (
            <option key={release} value={release} selected={release === value}>
              {`${formatNumber(language, release)} · ${day(releasedAt)}`}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={name}
          name={name}
          type="number"
          min={releases.at(-1)!.release}
          max={releases[0]!.release}
          value={value}
        />
      )}
    </span>
  );
}
