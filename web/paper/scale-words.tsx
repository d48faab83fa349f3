import { SCALE } from "../../domain/ballot/rating.ts";
import type { Catalogue } from "../language/catalogue.ts";

/** What can be answered, without squares: a row of them here would be taken for a question. */
export const ScaleWords = ({ text: { common } }: { text: Catalogue }) => (
  <ul class="scale-words">
    {SCALE.map((point) => (
      <li key={point}>
        <b>{point}</b> {common.scale[point]}
      </li>
    ))}
    <li>{common.noOpinion}</li>
  </ul>
);
