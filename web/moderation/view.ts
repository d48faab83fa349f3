import type { TextCounts } from "../../domain/remark/counts.ts";
import type { Language } from "../../domain/language.ts";
import type { Theme } from "../../domain/remark/theme.ts";
import type { Oddity } from "../../domain/remark/oddities.ts";
import type { Standing, Verdict } from "../../domain/remark/verdict.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { Said } from "../language/said.tsx";
import { fill } from "../text.ts";

/** What stands for the suggestions where a recommendation is chosen: no code has such a sign. */
export const SUGGESTIONS_CHOICE = "~";

/** A text as moderators see it: nothing of who wrote it, and not by which panel. */
export interface TextView {
  name: string;
  /** What the form says of it: as what it was shown. */
  shown: string;
  code: string;
  language: Language;
  text: string;
  /** How many wrote the same. */
  people: number;
  /** At least one of them wants it published. */
  publish: boolean;
  odd: readonly Oddity[];
  standing: Standing;
  /** What was decided on it; of a disputed one, what was said of it. */
  said: readonly Verdict[];
  themes: readonly string[];
}

/** What is looked at. */
interface LookView {
  standing: Standing;
  /** Empty for suggestions. */
  code: string | undefined;
  language: string | undefined;
  after: string | undefined;
}

/** What the page of a queue needs to name what its texts are about. */
export interface QueueFrame {
  look: LookView;
  counts: readonly TextCounts[];
  recommendations: readonly { code: string; title: Said }[];
}

/** A verdict in words. */
export const verdictWords = ({ moderation: words }: Catalogue, verdict: Verdict): string =>
  verdict === "accept" ? words.accept : fill(words.refuse, { reason: words.refusals[verdict] });

/** What a theme is called in a language; where it has no name there, as it was first named. */
export const themeName = ({ name }: Pick<Theme, "name">, language: Language): string =>
  name[language] ?? Object.values(name)[0] ?? "";
