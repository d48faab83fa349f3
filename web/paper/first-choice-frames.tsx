import { MOST_FIRST } from "../../domain/ballot/ballot.ts";
import { useReader } from "../language/reader.ts";

/** Frames for the codes of what should be done first; unnumbered, since their order means nothing. */
export function FirstChoiceFrames() {
  const { rate, paper } = useReader().text;
  return (
    <section class="paper-question" aria-labelledby="first-heading">
      <h2 id="first-heading">{rate.answers.firstHeading}</h2>
      <p>{paper.firstHint}</p>
      <div class="first-frames" aria-hidden="true">
        {Array.from({ length: MOST_FIRST }, (_, index) => (
          <span key={index} class="frame" />
        ))}
      </div>
    </section>
  );
}
