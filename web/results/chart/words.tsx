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

/** A line of text in a chart. */
export function Words({ canvas, x, y, ink = "words", anchor = "start", ...said }: Props) {
  const { says, strong = 1, lang } = said;
  const end = canvas.anchor(anchor);
  return (
    <text
      {...canvas.ink(ink)}
      x={x}
      y={y}
      {...(end !== "start" && { "text-anchor": end })}
      {...(lang !== undefined && { lang })}
    >
      {typeof says === "string"
        ? canvas.said(says)
        : !canvas.hasParts
          ? canvas.said(says.join(""))
          : says.map((part, place) =>
              place === strong ? (
                <tspan key={place} {...canvas.ink("value")}>
                  {part}
                </tspan>
              ) : (
                part
              ),
            )}
    </text>
  );
}
