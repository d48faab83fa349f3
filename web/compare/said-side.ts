import type { Comparison } from "../../domain/release/comparison.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { Release } from "../../domain/release/schema.ts";
import type { Reader } from "../language/reader.ts";
import { type Said, saidIn, textOf } from "../language/said.tsx";
import { fill, formatDay, formatNumber } from "../text.ts";

interface Side {
  consultation: Consultation;
  release: Release;
}

/** Two releases with the definitions that say what was asked. */
export type Compared = Comparison<Side>;

/** Which two stand side by side, in a sentence. */
export function ofWords(reader: Reader, { kind, earlier, later }: Compared): string {
  const { language, text } = reader;
  const day = ({ consultation, release }: Side) =>
    formatDay(language, dayIn(consultation.timeZone, new Date(release.releasedAt)));
  const number = ({ release }: Side) => formatNumber(language, release.release);
  const title = ({ consultation }: Side) =>
    textOf(saidIn(reader, consultation, consultation.title));
  return fill(text.compare.of[kind], {
    earlier: kind === "waves" ? title(earlier) : number(earlier),
    later: kind === "waves" ? title(later) : number(later),
    earlierDay: day(earlier),
    laterDay: day(later),
    earlierNumber: number(earlier),
    laterNumber: number(later),
  });
}

/** The title of a recommendation as the later of the two has it, else the earlier. */
export function titleIn(reader: Reader, { earlier, later }: Compared, code: string): Said {
  for (const { consultation } of [later, earlier]) {
    const found = consultation.recommendations.find((one) => one.code === code);
    if (found !== undefined) return saidIn(reader, consultation, found.title);
  }
  return code;
}
