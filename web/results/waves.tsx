import { type Panel, PANELS } from "../../domain/ballot/ballot.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { COMPARE, pathOf, RECOMMENDATION } from "../../domain/paths.ts";
import type { Figures, Release } from "../../domain/release/schema.ts";
import type { ComparedFigures } from "../../domain/release/comparison.ts";
import type { ComparedPanel, WavePair } from "../../domain/release/waves.ts";
import { languageName } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatDay } from "../text.ts";
import { formatEnd, formatMean, formatScore } from "./facts/format.ts";
import { PanelMark } from "./facts/panel-mark.tsx";

/** A consultation with its newest release. */
interface Wave {
  consultation: Consultation;
  release: Release;
}

interface Props {
  pair: WavePair;
  earlier: Wave;
  later: Wave;
}

/** One recommendation in two waves side by side, and whether their difference may be called one. */
export function Waves({ pair, earlier, later }: Props) {
  const { language, text } = useReader();
  const { council, common } = text;
  const { waves } = council;
  const told = PANELS.filter((panel) => isTold(pair.panels[panel]));
  return (
    <section aria-labelledby="waves">
      <h2 id="waves">{waves.heading}</h2>
      <p>{waves.intro}</p>
      {told.length === 0 ? null : (
        // Reached by keyboard: otherwise what does not fit could not be scrolled to.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section class="table-scroll" aria-labelledby="waves-caption" tabIndex={0}>
          <table>
            <caption id="waves-caption">{fill(waves.caption, { code: pair.code })}</caption>
            <thead>
              <tr>
                <th scope="col">{waves.panel}</th>
                <WaveHead name={waves.then} of={earlier} code={pair.code} />
                <WaveHead name={waves.now} of={later} />
                <th scope="col">{waves.difference}</th>
              </tr>
            </thead>
            <tbody>
              {told.map((panel) => (
                <tr key={panel}>
                  <th scope="row">
                    <PanelMark panel={panel} />
                    {common.panels[panel]}
                  </th>
                  <FigureCell of={earlier} figures={pair.panels[panel].earlier} />
                  <FigureCell of={later} figures={pair.panels[panel].later} />
                  <td>
                    <Difference of={pair.panels[panel]} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Verdicts pair={pair} told={told} />
      <p>
        <a
          href={`${pathOf(COMPARE, { id: later.consultation.id })}?with=${earlier.consultation.id}&lang=${language}`}
        >
          {text.compare.linkWaves}
        </a>
      </p>
      {pair.retranslated.length === 0 ? null : (
        <p class="hint">
          {fill(waves.retranslated, {
            languages: new Intl.ListFormat(language).format(
              pair.retranslated.map((one) => languageName(one)),
            ),
          })}
        </p>
      )}
    </section>
  );
}

const isTold = ({ earlier, later }: ComparedPanel): boolean =>
  earlier.mean !== null || later.mean !== null;

/** Which wave a column holds, of which day, and the way to the other one's page. */
function WaveHead({ name, of, code }: { name: string; of: Wave; code?: string }) {
  const { language, text } = useReader();
  const { id, timeZone } = of.consultation;
  const day = formatDay(language, dayIn(timeZone, new Date(of.release.releasedAt)));
  const released = fill(text.council.waves.released, { day });
  return (
    <th scope="col">
      {name}
      <small class="line">
        {code === undefined ? (
          released
        ) : (
          <a href={pathOf(RECOMMENDATION, { id, code, lang: language })}>{released}</a>
        )}
      </small>
    </th>
  );
}

/** A mean with its range and how many rated, in a cell. */
export function FigureCell({
  of: { release },
  figures,
}: {
  of: Pick<Wave, "release">;
  figures: Figures;
}) {
  const { language, text } = useReader();
  const { waves } = text.council;
  const { mean, interval, rated } = figures;
  if (mean === null || interval === null) return <td>{waves.untold}</td>;
  const written = { language, release };
  return (
    <td>
      {fill(waves.figure, {
        mean: formatMean(written, figures, mean),
        low: formatEnd(written, figures, interval[0]),
        high: formatEnd(written, figures, interval[1]),
        n: String(rated ?? 0),
      })}
    </td>
  );
}

/** By how much the later mean is higher, with the range of that; a dash where two are not compared. */
export function Difference({ of: { compared } }: { of: Pick<ComparedFigures, "compared"> }) {
  const { language, text } = useReader();
  const { waves } = text.council;
  if ("because" in compared) return <>–</>;
  const { difference, interval } = compared.means;
  const signed = (value: number) => (value > 0 ? "+" : "") + formatScore(language, value);
  return (
    <>
      {fill(waves.change, {
        difference: signed(difference),
        low: signed(interval[0]),
        high: signed(interval[1]),
      })}
    </>
  );
}

/** What may be said of the difference in each panel; of both alike it is said once. */
function Verdicts({ pair, told }: { pair: WavePair; told: readonly Panel[] }) {
  const { text } = useReader();
  const { waves } = text.council;
  const said = (told.length === 0 ? PANELS.slice(0, 1) : told).map((panel) => {
    const { compared } = pair.panels[panel];
    if ("because" in compared) return { panel, words: waves.because[compared.because] };
    if (!compared.differs) return { panel, words: waves.alike };
    return { panel, words: compared.delta > 0 ? waves.higher : waves.lower };
  });
  if (new Set(said.map(({ words }) => words)).size === 1) return <p>{said[0]!.words}</p>;
  return (
    <ul>
      {said.map(({ panel, words }) => (
        <li key={panel}>{`${text.common.panels[panel]}: ${words}`}</li>
      ))}
    </ul>
  );
}
