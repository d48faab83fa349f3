import { tellsWithout } from "../../domain/release/without-flagged.ts";
import { formatMean } from "../results/facts/format.ts";
import { flaggedAddress, madeInWords } from "../results/facts/left-out.ts";
import type { ResultsView } from "../results/facts/view.ts";
import { fill, formatNumber } from "../text.ts";

/** Mean and rank of one recommendation with and without flagged ballots, where a release tells that they differ. */
export function FlaggedOne({ code, view }: { code: string; view: ResultsView }) {
  const { consultation, language, release, text } = view;
  const { one: words, heading } = text.flagged;
  if (!tellsWithout(release)) return null;
  const one = release.flags.recommendations.find((told) => told.code === code);
  if (one === undefined || one.clear === null) return null;
  const { without, clear } = one;
  const mean = (of: typeof without) => formatMean(view, { rated: without.rated }, of.mean!);
  const rank = (of: typeof without) => formatNumber(language, of.rank!);
  if (mean(one.with) === mean(without) && one.with.rank === without.rank) return null;
  const sentence = fill(words.sentence, {
    all: mean(one.with),
    rankAll: rank(one.with),
    without: mean(without),
    rankWithout: rank(without),
  });
  return (
    <p>
      {[sentence, words.clear[`${clear}`], madeInWords(view, release.flags)].join(" ").trim()}{" "}
      <a href={flaggedAddress(consultation, language)}>{heading}</a>
    </p>
  );
}
