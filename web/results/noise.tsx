import { sharesLimit } from "../../domain/release/limits.ts";
import { fill, formatNumber } from "../text.ts";
import type { ResultsView } from "./facts/view.ts";

/** In two of three cases noise is no larger than its deviation, in 19 of 20 than twice that. */
const MOST_DEVIATIONS = 2;

/** What noise is and why, how much of it is in these figures, and what it promises. */
export function Noise({ view }: { view: ResultsView }) {
  const { language, text, release } = view;
  const { noise } = text.results;
  if (release.method === 1) return null;
  const { base, sharesFrom, disclosure, expertsExact, protection } = release.rules;
  const deviation = protection.ratings.public;
  const from = sharesLimit(sharesFrom, deviation ** 2);
  const number = (value: number, decimals = 0) => formatNumber(language, value, decimals);
  const size = {
    usual: number(deviation, 1),
    most: number(MOST_DEVIATIONS * deviation, 1),
    sigma: number(protection.sigma, 1),
  };
  return (
    <section aria-labelledby="noise">
      <h2 id="noise">{noise.heading}</h2>
      <p>{[noise.what, ...(protection.promised ? [noise.whoever] : []), noise.small].join(" ")}</p>
      <p>
        {fill(noise.size, size)}{" "}
        {protection.promised ? fill(noise.promise[disclosure], size) : noise.demonstration}
      </p>
      <ul>
        <li>{fill(noise.told, { base: number(base), shares: number(from) })}</li>
        <li>{expertsExact ? noise.expertsExact : noise.expertsToo}</li>
        <li>{noise.recompute}</li>
      </ul>
    </section>
  );
}
