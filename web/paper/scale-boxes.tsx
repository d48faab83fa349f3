import { SCALE } from "../../domain/ballot/rating.ts";
import { useReader } from "../language/reader.ts";
import { Box } from "./box.tsx";

/** The row of six boxes: the five points in order, and no opinion apart from them. */
export function ScaleBoxes() {
  const { common } = useReader().text;
  return (
    <ul class="scale-boxes">
      {SCALE.map((point) => (
        <Box key={point} number={point} words={common.scale[point]} />
      ))}
      <Box words={common.noOpinion} />
    </ul>
  );
}
