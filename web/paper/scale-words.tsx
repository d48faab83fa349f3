import { SCALE } from "../../domain/ballot/rating.ts";
import { useReader } from "../language/reader.ts";

/** What can be answered, without squares: a row of them here would be taken for a question. */
export function ScaleWords() {
  const { common } = useReader().text;
  return (
    <ul class="scale-words">
      {SCALE.map((point) => (
        <li key={point}>
          <b>{point}</b> {common.scale[point]}
        </li>
      ))}
      <li>{common.noOpinion}</li>
    </ul>
  );
}
