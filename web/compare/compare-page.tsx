import type { ReleaseList } from "../../domain/api.ts";
import type { Panel } from "../../domain/ballot/ballot.ts";
import { lookOf } from "../../domain/consultation/look.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { API_COMPARE_CSV, COMPARE, pathOf, RESULTS } from "../../domain/paths.ts";
import { ballotsSince, toldPanels } from "../../domain/release/comparison.ts";
import type { CompareRefusal } from "../../domain/release/compared-choice.ts";
import type { Reader } from "../language/reader.ts";
import { Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { titleAbout } from "../respondent/consultation-head.ts";
import { headed } from "../respondent/localize.ts";
import { PanelCounts } from "../results/facts/panel-counts.tsx";
import { PanelMark } from "../results/facts/panel-mark.tsx";
import { Notices } from "../results/notices.tsx";
import { fill, formatNumber } from "../text.ts";
import { ChooseTwo } from "./choose-two.tsx";
import { CompareChart } from "./compare-chart.tsx";
import { CompareTable } from "./compare-table.tsx";
import { Findings } from "./findings.tsx";
import { type Compared, ofWords } from "./said-side.ts";

export interface ComparePageProps extends Reader {
  assets: Assets;
  /** Under which address people find this installation. */
  origin: string;
  consultation: Consultation;
  releases: ReleaseList["releases"];
  /** The consultations right before and after this one. */
  waves: readonly Consultation[];
  /** `undefined` where nothing is compared: for that reason, or because there is nothing yet. */
  comparison: Compared | undefined;
  problem?: CompareRefusal | undefined;
}

/** Two releases of a consultation, or its newest one and that of another wave, side by side. */
export function ComparePage(props: ComparePageProps) {
  const { language, text, assets, origin, consultation, releases, waves, comparison } = props;
  const { compare } = text;
  const { id } = consultation;
  const head = headed(consultation, props);
  const query = queryOf(id, comparison);
  const path = pathOf(COMPARE, { id });
  const isReleases = comparison?.kind === "releases";
  const chosen = {
    from: isReleases ? comparison.earlier.release.release : undefined,
    to: isReleases ? comparison.later.release.release : undefined,
  };
  return (
    <Document
      language={language}
      text={text}
      title={titleAbout(props, head, compare.heading)}
      path={path}
      languages={consultation.languages}
      query={query}
      style={assets.readingStyle}
      accent={lookOf(consultation).accent}
      printed={[origin + path, comparison && ofWords(props, comparison)]
        .filter(Boolean)
        .join(" · ")}
      wide
    >
      <p class="eyebrow">
        <a href={pathOf(RESULTS, { id, lang: language })}>
          <Wording of={head.title} />
        </a>
      </p>
      <h1>{compare.heading}</h1>
      {props.problem === undefined ? null : (
        <p class="notice notice-warning" role="alert">
          {text.problems[props.problem]}
        </p>
      )}
      {comparison === undefined ? (
        props.problem === undefined && <p class="empty">{emptyWords(props)}</p>
      ) : (
        <SideBySide {...{ props, comparison, query }} />
      )}
      <ChooseTwo {...{ consultation, releases, waves, chosen }} />
    </Document>
  );
}

function emptyWords({ text, releases, waves }: ComparePageProps): string {
  const { none } = text.compare;
  if (waves.length > 0) return none.wave;
  return releases.length === 0 ? none.zero : none.one;
}

/** The choice as it stands in the address. */
function queryOf(id: string, comparison: Compared | undefined): Record<string, string> {
  if (comparison === undefined) return {};
  const { kind, earlier, later } = comparison;
  if (kind === "waves") {
    return { with: (earlier.consultation.id === id ? later : earlier).consultation.id };
  }
  return { from: String(earlier.release.release), to: String(later.release.release) };
}

interface ShownProps {
  props: ComparePageProps;
  comparison: Compared;
  query: Record<string, string>;
}

function SideBySide({ props, comparison, query }: ShownProps) {
  const { language, text, consultation } = props;
  const { compare, council } = text;
  const { kind, earlier, later } = comparison;
  const isWaves = kind === "waves";
  const simulated = earlier.release.simulated || later.release.simulated;
  const methods = new Set([earlier.release.method, later.release.method]);
  const shown = { ...later.release, simulated, method: later.release.method };
  const file = `${pathOf(API_COMPARE_CSV, { id: consultation.id })}?${new URLSearchParams({ ...query, lang: language }).toString()}`;
  return (
    <>
      <p class="lead">{ofWords(props, comparison)}</p>
      <Notices view={{ text, consultation: later.consultation, release: shown }} />
      {methods.size < 2 ? null : <p class="notice">{compare.earlierRules}</p>}
      <p>{isWaves ? council.waves.intro : compare.samePeople}</p>
      <Findings comparison={comparison} />
      <section aria-labelledby="took">
        <h2 id="took">{compare.took}</h2>
        <PanelCounts count={(panel) => <Counts {...{ props, comparison, panel }} />} />
        <p>{text.results.notAVote}</p>
      </section>
      {toldPanels(comparison).map((panel) => (
        <section key={panel} aria-labelledby={panel}>
          <h2 id={panel}>
            <PanelMark panel={panel} /> {text.common.panels[panel]}
          </h2>
          <figure>
            <figcaption>{captionWords(props, isWaves)}</figcaption>
            <CompareChart
              pairs={comparison.pairs}
              panel={panel}
              label={`${text.common.panels[panel]}. ${captionWords(props, isWaves)}`}
            />
          </figure>
          <CompareTable {...{ comparison, panel }} />
        </section>
      ))}
      {isWaves ? null : <p class="hint">{compare.corrected}</p>}
      <p class="download">
        <a href={file} download>
          {compare.file}
        </a>
      </p>
    </>
  );
}

function captionWords({ text }: Reader, isWaves: boolean): string {
  const { chart } = text.compare;
  const { scale } = text.common;
  const caption = fill(chart.caption, { low: scale[1], high: scale[5] });
  return isWaves ? `${caption} ${chart.strong}` : caption;
}

/** How many of a panel there were and are, and of one consultation how many more, all by published counts. */
function Counts({ props, comparison, panel }: Omit<ShownProps, "query"> & { panel: Panel }) {
  const { language, text } = props;
  const { ballots } = text.compare;
  const about = (count: number | null, isExact: boolean) => {
    if (count === null) return ballots.untold;
    const number = formatNumber(language, count);
    return isExact ? number : fill(text.results.about, { count: number });
  };
  const { earlier, later } = comparison;
  const isExact = (side: typeof earlier) => panel === "expert" && side.release.rules.expertsExact;
  const count = (side: typeof earlier) => about(side.release.ballots[panel], isExact(side));
  const more = ballotsSince(comparison, panel);
  return (
    <>
      <b>{fill(ballots.then, { count: count(earlier) })}</b>
      {" · "}
      <b>{fill(ballots.now, { count: count(later) })}</b>
      {more === null ? null : (
        <>
          {". "}
          {more > 0 ? fill(ballots.more, { count: formatNumber(language, more) }) : ballots.notMore}
        </>
      )}
    </>
  );
}
