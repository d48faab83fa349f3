/**
 * Under what name the log tells of what a program did: its own and that of the organiser whose key it has,
 * `Website <Ann>`. No name of either has such brackets, so it is nobody's name, and each language has words for it.
 */
export const programName = (program: string, organiser: string): string =>
  `${program} <${organiser}>`;

/** The two names; `undefined` for the name of a person. */
export function readProgramName(who: string): { program: string; organiser: string } | undefined {
  const [, program, organiser] = /^([^<>]+) <([^<>]*)>$/.exec(who) ?? [];
  return program === undefined || organiser === undefined ? undefined : { program, organiser };
}
