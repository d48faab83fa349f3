import type { Flags } from "../../../domain/release/flags-schema.ts";
import { RESULTS, pathOf } from "../../../domain/paths.ts";
import { tellsWithout } from "../../../domain/release/without-flagged.ts";
import { fill, formatNumber } from "../../text.ts";
import type { ResultsView } from "./view.ts";

type Of = Pick<ResultsView, "language" | "text" | "release">;

/** That flagged ballots are left out, and how many, for whatever leaves its page; `undefined` where they are not. */
export function leftOutWords(
  view: Of & { choices: Pick<ResultsView["choices"], "ballots"> },
): string | undefined {
  const { choices, release, text } = view;
  if (choices.ballots === "all" || !tellsWithout(release)) return undefined;
  const { ballots, flagged } = release.flags;
  const values = { all: about(view, ballots), flagged: about(view, flagged.measured) };
  return [fill(text.flagged.leftOut, values), madeInWords(view, release.flags)].join(" ").trim();
}

/** A measured count as people read it: noise may have taken it below zero. */
export const about = ({ language }: Pick<Of, "language">, count: number | null): string =>
  count === null ? "–" : `≈\u00a0${formatNumber(language, Math.max(0, count))}`;

/** In which release it was counted, where that is not this one. */
export const madeInWords = ({ language, release, text }: Of, { madeIn }: Flags): string =>
  madeIn === null || madeIn === release.release
    ? ""
    : fill(text.flagged.madeIn, { number: formatNumber(language, madeIn) });

/** The address of the section about flagged ballots. */
export const flaggedAddress = ({ id }: { id: string }, lang: string): string =>
  `${pathOf(RESULTS, { id, lang })}#flagged`;
