import type { Done } from "../../domain/organiser/done.ts";
import { pathOf, RATE } from "../../domain/paths.ts";
import { Filled } from "../language/filled.tsx";
import { useReader } from "../language/reader.ts";
import { formatTime } from "../text.ts";

/** A way to what comes next. */
export interface Way {
  address: string;
  name: string;
}

interface Props {
  done: Done;
  /** The consultation that something was done with. */
  consultation?: { id: string; timeZone: string } | undefined;
  ways?: readonly Way[];
}

/**
 * What has just been done, and what comes next: on the page that follows, before anything else. A region
 * that is there when a page loads is announced by no reader: so it takes the focus, as a refusal does.
 */
export function DoneNote({ done, consultation, ways = [] }: Props) {
  return (
    <div
      class="notice done"
      role="status"
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- no script leads to it
      autoFocus
    >
      <p>
        <DoneWords {...{ done, consultation }} />
      </p>
      {ways.length === 0 ? null : (
        <ul class="ways">
          {ways.map(({ address, name }) => (
            <li key={address}>
              <a href={address}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The sentence alone. */
export function DoneWords({ done, consultation }: Pick<Props, "done" | "consultation">) {
  const { language, text } = useReader();
  const page = consultation && pathOf(RATE, { id: consultation.id });
  return (
    <Filled
      of={text.organiser.done[done.code]}
      values={{
        time: formatTime(language, done.at, consultation?.timeZone),
        page: (
          <a class="address" href={page}>
            {page}
          </a>
        ),
      }}
    />
  );
}
