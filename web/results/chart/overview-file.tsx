import { saidIn } from "../../language/said.tsx";
import type { ResultsView } from "../facts/view.ts";
import { rankedPanel } from "../facts/ranking.ts";
import { fileCanvas } from "./canvas.ts";
import { ChartFile } from "./chart-file.tsx";
import { Dumbbell } from "./dumbbell.tsx";
import { Grid } from "./grid.tsx";
import { Lines, linesIn } from "./lines.tsx";
import type { PictureSize } from "./picture-size.ts";
import { RankStrip } from "./rank-strip.tsx";
import type { Drawn, Room } from "./sheet.ts";
import { Words } from "./words.tsx";

/** Least height of a row; widths of the titles, of the means and of the ranks where all three are drawn; in pixels. */
const [ROW, TITLES, MEANS, RANKS] = [40, 330, 310, 160];
/** Pixels of a letter of a title in the widest font, and how much lower its next line stands. */
const [LETTER, STEP] = [8.9, 17];
/** Below the rows: the numbers of the scale, and the names of its ends. */
const AXIS = 60;
/** The narrowest room in which the names of both ends of the scale stand beside one another. */
const LEAST = 540;

interface Props {
  view: ResultsView;
  origin: string;
  size?: PictureSize | undefined;
}

/** All recommendations in one file, or as many as there is room for: title, means, and for an article ranks. */
export const OverviewFile = ({ view, origin, size = "article" }: Props) => (
  <ChartFile
    view={view}
    rows={view.rows}
    origin={origin}
    size={size}
    title={saidIn(view, view.consultation, view.consultation.title)}
    caption={size === "article" ? view.text.results.overview.short : view.text.share.chart.means}
    least={LEAST}
    draw={(room) => drawn(view, room, size === "article")}
  />
);

function drawn(view: ResultsView, room: Room, hasRanks: boolean): Drawn {
  const { text, release } = view;
  const { overview } = text.results;
  const panel = rankedPanel(view);
  const ranked = release.ranked[panel];
  const width = {
    titles: hasRanks ? TITLES : Math.round(room.width / 2),
    means: hasRanks ? MEANS : Math.floor(room.width / 2),
  };
  const letters = Math.floor(width.titles / LETTER);
  const { listed, end, count } = placed(view, letters, room.height - AXIS);
  const [height, bottom] = [end + AXIS, end + 10];
  const titles = fileCanvas(text, room.width);
  const means = fileCanvas(text, width.means);
  const ranks = fileCanvas(text, RANKS);
  const isMirrored = text.direction === "rtl";
  /** Moves a drawing that is so wide to where it begins, seen from where lines begin. */
  const moved = (from: number, wide: number) =>
    `translate(${isMirrored ? room.width - from - wide : from} 0)`;
  const content = (
    <>
      {listed.map(({ row: { code, said }, first }) => (
        <Lines
          key={code}
          canvas={titles}
          text={said}
          after={code}
          letters={letters}
          x={titles.at(0)}
          y={first}
          step={STEP}
        />
      ))}
      <g transform={moved(width.titles, width.means)}>
        <Grid view={view} canvas={means} top={4} bottom={bottom} named />
        {listed.map(({ row, middle }) => (
          <Dumbbell key={row.code} row={row} view={view} canvas={means} middle={middle} />
        ))}
      </g>
      {hasRanks ? (
        <g transform={moved(room.width - RANKS, RANKS)}>
          {listed.map(({ row, middle }) => (
            <RankStrip
              key={row.code}
              view={view}
              canvas={ranks}
              panel={panel}
              figures={row.panels[panel]}
              count={ranked}
              middle={middle}
            />
          ))}
          {ranked === 0 ? null : (
            <>
              <Words canvas={ranks} ink="soft" x={ranks.at(0)} y={bottom + 16} says="1" />
              <Words
                canvas={ranks}
                ink="soft"
                x={ranks.at(100)}
                y={bottom + 16}
                anchor="end"
                says={String(ranked)}
              />
              <Words
                canvas={ranks}
                ink="soft"
                x={ranks.at(50)}
                y={bottom + 33}
                anchor="middle"
                says={overview.ranks[panel]}
              />
            </>
          )}
        </g>
      ) : null}
    </>
  );
  return { height, content, listed: { shown: listed.length, count } };
}

/**
 * The rows below one another, each as high as its title needs, as many as fit into a height: where its drawings
 * and its first line stand.
 */
function placed(view: ResultsView, letters: number, most: number) {
  let end = 0;
  const all = view.lists
    .flatMap((list) => list.rows)
    .map((row) => {
      const lines = linesIn(row.said, letters, row.code);
      const height = Math.max(ROW, lines * STEP + 8);
      const middle = end + height / 2 + 4;
      end += height;
      return { row, middle, first: middle + 4 - ((lines - 1) * STEP) / 2, end };
    });
  const listed = all.filter((one) => one.end <= most);
  return { listed, end: listed.at(-1)?.end ?? 0, count: all.length };
}
