import type { ComponentChildren } from "preact";
import { isDrawable } from "../language/drawable.ts";
import type { Reader } from "../language/reader.ts";
import { shortened } from "./shortened.ts";
import { wrapped } from "./wrapped.ts";

/** As large as previews of links are; what is nearer to an edge than this may be cut off by them. */
export const [WIDTH, MARGIN] = [1200, 80];
const HEIGHT = 630;
/** The five points of the scale, as on the pages in light (web/style/base/colours.css). */
const POINTS = ["#e2eeee", "#b3d3d5", "#79b0b5", "#34757f", "#0f424d"];
const [TEXT, SOFT, ACCENT] = ["#1a1f22", "#55606a", "#12505c"];
/** The widest letter that a line is counted with, in parts of its size. */
const LETTER = 0.6;
const [NAME, WITHIN, MOST_TITLE] = [36, 26, 150];
/** Where what stands beside the name begins, and how long it may be. */
const [BESIDE, MOST_WITHIN] = [150, 60];

/** A line below the title. */
interface PreviewLine {
  y: number;
  size: number;
  words: string;
  /** What is to be seen first. */
  bold?: boolean;
}

interface Props extends Pick<Reader, "text"> {
  title: string;
  /** Of what it is a part: stands beside the name of the site, as far as there is room. */
  within?: string;
  /** Where the title begins, and how large one of so many letters is; the last size takes all. */
  top: number;
  sizes: readonly { size: number; letters: number }[];
  lines: readonly PreviewLine[];
  /** What is drawn between them. */
  children?: ComponentChildren;
}

/** The ground of every picture that previews of a link show: whose it is, a title, and lines below. */
export function PreviewPicture({ text, title, within = "", top, sizes, lines, children }: Props) {
  const whole = shortened(title, MOST_TITLE);
  const { size } = sizes.find(({ letters }) => whole.length <= letters) ?? sizes.at(-1)!;
  const isMirrored = text.direction === "rtl";
  // The engine that makes a picture of it knows of no direction: a line is held by the end it begins at.
  const at = isMirrored
    ? { x: WIDTH - MARGIN, "text-anchor": "end" as const }
    : { x: MARGIN, "text-anchor": "start" as const };
  /** Letters of both directions on a line, in the order in which they are read there. */
  const inOrder = (line: string) => (isMirrored ? `\u202B${line}\u202C` : line);
  const most = (size: number) => Math.floor((WIDTH - 2 * MARGIN) / (LETTER * size));
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      font-family="DejaVu Sans, sans-serif"
    >
      <rect width={WIDTH} height={HEIGHT} fill="#fff" />
      <text {...at} y={top - 54} font-size={NAME} font-weight={700} fill={ACCENT}>
        Kenes
      </text>
      {isDrawable(within) ? (
        <text
          {...at}
          x={isMirrored ? at.x - BESIDE : at.x + BESIDE}
          y={top - 54}
          font-size={WITHIN}
          fill={SOFT}
        >
          {inOrder(shortened(within, MOST_WITHIN))}
        </text>
      ) : null}
      {wrapped(whole, most(size)).map((line, place) => (
        <text
          key={place}
          {...at}
          y={top + Math.round((place + 0.8) * 1.2 * size)}
          font-size={size}
          font-weight={700}
          fill={TEXT}
        >
          {inOrder(line)}
        </text>
      ))}
      {children}
      {lines.map(({ y, size, words, bold = false }) =>
        isDrawable(words) ? (
          <text
            key={y}
            {...at}
            y={y}
            font-size={size}
            font-weight={bold ? 700 : 400}
            fill={bold ? ACCENT : SOFT}
          >
            {inOrder(words)}
          </text>
        ) : null,
      )}
      {POINTS.map((fill, place) => (
        <rect
          key={fill}
          x={((isMirrored ? POINTS.length - 1 - place : place) * WIDTH) / POINTS.length}
          y={HEIGHT - 32}
          width={WIDTH / POINTS.length}
          height={32}
          fill={fill}
        />
      ))}
    </svg>
  );
}
