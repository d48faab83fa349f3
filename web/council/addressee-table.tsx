import type { Codes, CouncilAddressee } from "../../domain/council/council.ts";
import { LEDGER, pathOf, RECOMMENDATION } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { saidIn, textOf, Wording } from "../language/said.tsx";
import { fill, formatNumber, plural } from "../text.ts";
import { AskedOf, keyOf } from "./silences.tsx";
import type { CouncilView } from "./view.ts";

/** Every addressee with what it was asked, what it answered, and how long it has been silent. */
export function AddresseeTable({ view }: { view: CouncilView }) {
  const { council } = useReader().text;
  const { columns } = council;
  return (
    // Reached by keyboard: otherwise what does not fit could not be scrolled to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section class="table-scroll" aria-labelledby="addressees" tabIndex={0}>
      <table class="addressees">
        <caption id="addressees">{council.table}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.addressee}</th>
            <th scope="col" class="number">
              {columns.recommendations}
            </th>
            <th scope="col" class="number">
              {columns.answered}
            </th>
            <th scope="col" class="number">
              {columns.median}
            </th>
            <th scope="col">{columns.longest}</th>
            <th scope="col">{columns.passed}</th>
          </tr>
        </thead>
        <tbody>
          {view.addressees.shown.map((one) => (
            <Row key={keyOf(one)} of={one} view={view} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ of, view }: { of: CouncilAddressee; view: CouncilView }) {
  const { language, text } = useReader();
  const { council } = text;
  const { columns } = council;
  const { recommendations, answered, medianDays, longest, passed } = of;
  return (
    <tr>
      <th scope="row">
        <Name of={of} view={view} />
      </th>
      <td class="number" data-column={columns.recommendations}>
        {formatNumber(language, recommendations)}
      </td>
      <td class="number" data-column={columns.answered}>
        {formatNumber(language, answered)}
      </td>
      <td class="number" data-column={columns.median}>
        {formatNumber(language, medianDays, Number.isInteger(medianDays) ? 0 : 1)}
      </td>
      <td data-column={columns.longest}>
        {longest === null ? (
          council.allAnswered
        ) : (
          <>
            <b>{plural(language, council.days, longest.days)}</b>
            <Where of={longest.waiting} />
            {answered === 0 ? <small class="soft">{`${council.noneRecorded}.`}</small> : null}
          </>
        )}
      </td>
      <td data-column={columns.passed}>
        {passed.length === 0 ? council.none : <Where of={passed} />}
      </td>
    </tr>
  );
}

/** Who it is, who asks it, and the ledgers that it stands in. */
function Name({ of, view }: { of: CouncilAddressee; view: CouncilView }) {
  const reader = useReader();
  const { language, text } = reader;
  const { council } = text;
  return (
    <>
      <Wording of={saidIn(reader, of, of.name)} />
      {of.madeUp ? ` (${council.madeUpShort})` : null}
      <AskedOf addressee={of} />
      {of.asked.map(({ consultation }) => {
        const definition = view.asking.get(consultation);
        if (definition === undefined) return null;
        const title = textOf(saidIn(reader, definition, definition.title));
        return (
          <small key={consultation} class="line">
            <a href={pathOf(LEDGER, { id: consultation, lang: language })}>
              {fill(council.askedIn, { title })}
            </a>
          </small>
        );
      })}
    </>
  );
}

/** Recommendations by their codes, each with the way to its own page. */
function Where({ of }: { of: readonly Codes[] }) {
  const { language } = useReader();
  return (
    <small class="line">
      {of.flatMap(({ consultation, codes }) =>
        codes.map((code, place) => (
          <a
            key={`${consultation} ${code} ${place}`}
            href={pathOf(RECOMMENDATION, { id: consultation, code, lang: language })}
          >
            {code}
          </a>
        )),
      )}
    </small>
  );
}
