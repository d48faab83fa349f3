import type { CouncilAddressee } from "../../domain/council/council.ts";
import { Filled } from "../language/filled.tsx";
import { useReader } from "../language/reader.ts";
import { saidIn, unmarked, Wording } from "../language/said.tsx";
import { plural } from "../text.ts";

/** The longest silence of each addressee as a bar, and the middle of all of its waits as a mark. */
export function Silences({ addressees }: { addressees: readonly CouncilAddressee[] }) {
  const { text } = useReader();
  const { council } = text;
  const most = Math.max(
    1,
    ...addressees.flatMap((one) => [one.longest?.days ?? 0, one.medianDays]),
  );
  return (
    <figure class="overview">
      <figcaption>
        <h3>{council.picture}</h3>
        {council.pictureNote}
      </figcaption>
      <ol>
        {addressees.map((one) => (
          <Silence
            key={keyOf(one)}
            of={one}
            most={most}
            isAlone={addressees.every((other) => other === one || nameOf(other) !== nameOf(one))}
          />
        ))}
      </ol>
    </figure>
  );
}

/** Names one addressee among all. */
export const keyOf = ({ asked }: CouncilAddressee): string =>
  `${asked[0]!.consultation} ${asked[0]!.code}`;

/** Who asks an addressee: what tells it from another of the same name. */
export function AskedOf({ addressee }: { addressee: CouncilAddressee }) {
  const reader = useReader();
  const { askedBy } = addressee;
  if (askedBy === undefined) return null;
  return (
    <small class="line soft">
      <Filled
        of={reader.text.council.askedBy}
        values={{ name: <Wording of={unmarked(saidIn(reader, addressee, askedBy))} /> }}
      />
    </small>
  );
}

const nameOf = ({ name, languages }: CouncilAddressee): string => name[languages[0]!]!;

interface Props {
  of: CouncilAddressee;
  /** The most days in the picture. */
  most: number;
  /** Whether nobody else in it has that name. */
  isAlone: boolean;
}

function Silence({ of, most, isAlone }: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const { council } = text;
  const share = (days: number) => (100 * days) / most;
  const at = (part: number) => `${text.direction === "rtl" ? 100 - part : part}%`;
  const days = of.longest === null ? 0 : share(of.longest.days);
  return (
    <li class="overview-row">
      <span>
        <Wording of={unmarked(saidIn(reader, of, of.name))} />
        {isAlone ? null : <AskedOf addressee={of} />}
      </span>
      <svg class="chart" width="100%" height="24" aria-hidden="true">
        <rect
          class="silence-bar"
          x={at(text.direction === "rtl" ? days : 0)}
          y="5"
          width={`${days}%`}
          height="14"
        />
        <line
          class="silence-middle"
          x1={at(share(of.medianDays))}
          x2={at(share(of.medianDays))}
          y1="1"
          y2="23"
        />
      </svg>
      <span>
        {of.longest === null
          ? council.allAnswered
          : plural(language, council.days, of.longest.days)}
      </span>
    </li>
  );
}
