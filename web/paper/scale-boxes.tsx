import { SCALE } from "../../domain/ballot/rating.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { Box } from "./box.tsx";

/** The row of six boxes: the five points in order, and no opinion apart from them. */
export const ScaleBoxes = ({ text: { common } }: { text: Catalogue }) => (
  <ul class="scale-boxes">
    {SCALE.map((point) => (
      <Box key={point} number={point} words={common.scale[point]} />
    ))}
    <Box words={common.noOpinion} />
  </ul>
);
