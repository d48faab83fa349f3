import type { Consultation } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { ResponseEntry } from "../../domain/response/entry.ts";
import { historyOf, standingOf } from "../../domain/response/standing.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { MARGIN, PreviewPicture, WIDTH } from "../page/preview-picture.tsx";
import { statusWord } from "../response/status-words.ts";
import { fileCanvas } from "../results/chart/canvas.ts";
import { Dumbbell } from "../results/chart/dumbbell.tsx";
import { Grid } from "../results/chart/grid.tsx";
import type { ResultsView } from "../results/facts/view.ts";
import { meansInShort } from "../results/facts/words.ts";
import { fill, formatDay, formatNumber } from "../text.ts";
import { nameOf } from "./head.ts";

interface Props extends Reader {
  consultation: Consultation;
  recommendation: Consultation["recommendations"][number];
  entries: readonly ResponseEntry[];
  /** In the consultation's zone. */
  today: string;
  /** The newest release; `undefined` before the first. */
  view: ResultsView | undefined;
}

/** Sizes of a title, and how long one of that size may be. */
const SIZES = [
  { size: 52, letters: 50 },
  { size: 44, letters: 80 },
  { size: 36, letters: 150 },
];
/** Where the chart stands, how much larger it is than on a page, and how high its lines are there. */
const [CHART_TOP, SCALE, LINES] = [308, 1.5, 40];

/**
 * What previews of a link show of one recommendation: the means on their scale, and what was officially answered.
 * Messengers keep it as long as the message, so whatever may change is said with its day.
 */
export function RecommendationPicture(props: Props) {
  const { text, consultation, recommendation, view } = props;
  const row = view?.rows.find((one) => one.code === recommendation.code);
  const canvas = fileCanvas(text, (WIDTH - 2 * MARGIN) / SCALE);
  return (
    <PreviewPicture
      text={text}
      title={nameOf(props, consultation, recommendation)}
      within={textOf(saidIn(props, consultation, consultation.title))}
      top={140}
      sizes={SIZES}
      lines={[
        ...ratedWords(props).map((words, place) => ({ y: 460 + 33 * place, size: 26, words })),
        { y: 571, size: 30, words: answerWords(props), bold: true },
      ]}
    >
      {view === undefined || row === undefined ? null : (
        <g transform={`translate(${MARGIN} ${CHART_TOP}) scale(${SCALE})`}>
          <Grid view={view} canvas={canvas} top={0} bottom={LINES} named />
          <Dumbbell view={view} row={row} canvas={canvas} middle={LINES / 2} />
        </g>
      )}
    </PreviewPicture>
  );
}

/** What was rated, by how many, and of which release; at most three lines. */
function ratedWords({
  language,
  text,
  consultation,
  recommendation,
  view,
  today,
}: Props): string[] {
  const { picture } = text.recommendation;
  const row = view?.rows.find((one) => one.code === recommendation.code);
  if (view === undefined || row === undefined) {
    return [fill(picture.none, { day: formatDay(language, today) })];
  }
  const { release } = view;
  const means = meansInShort(view, row);
  const number = `${text.results.release.number} ${formatNumber(language, release.release)}`;
  const day = dayIn(consultation.timeZone, new Date(release.releasedAt));
  return [
    ...(means.length === 0 ? [picture.hidden] : means),
    [
      ...(consultation.release.every === "demonstration" ? [picture.demonstration] : []),
      ...(release.simulated ? [text.share.cite.simulated] : []),
      `${number}, ${formatDay(language, day)}`,
    ].join(" "),
  ];
}

/** What stands of what was answered to all of it, and since when; or by which day nothing was. */
function answerWords(props: Props): string {
  const { language, text, recommendation, entries, today } = props;
  const { picture } = text.recommendation;
  const answer = standingOf(historyOf(entries, recommendation.code));
  return answer === undefined || answer.status === "no-answer"
    ? fill(picture.unanswered, { day: formatDay(language, today) })
    : fill(picture.answered, {
        status: statusWord(props, answer.status),
        day: formatDay(language, answer.day),
      });
}
