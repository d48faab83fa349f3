import type { Anchor, Canvas } from "./canvas.ts";
import type { Ink } from "./ink.ts";
import type { Place } from "./scale.ts";

interface Props {
  canvas: Canvas;
  x: Place;
  y: number;
  ink?: Ink;
  anchor?: Anchor;
  /** What is said, in one part or two. */
  says: string | readonly [string, string];
  /** Which of two parts is set off from the other. */
  strong?: 0 | 1;
  lang?: string | undefined;
}

/**
 * A line of text in a chart. In a file it is of one piece: some programs lose the space between two, and put
 * the second wherever the anchor of the first would have it.
 */
export function Words({ canvas, x, y, ink = "words", anchor = "start", says, ...how }: Props) {
  const { strong = 1, lang } = how;
  const end = canvas.anchor(anchor);
  const isParted = typeof says !== "string";
  return (
    <text
      {...canvas.ink(ink)}
      {...(isParted && canvas.isFile && canvas.ink("value"))}
      x={x}
      y={y}
      {...(end !== "start" && { "text-anchor": end })}
      {...(lang !== undefined && { lang })}
    >
      {isParted && !canvas.isFile
        ? says.map((part, place) =>
            place === strong ? (
              <tspan key={place} {...canvas.ink("value")}>
                {part}
              </tspan>
            ) : (
              part
            ),
          )
        : canvas.said(isParted ? says.join("") : says)}
    </text>
  );
}
