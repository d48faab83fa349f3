/** Prints a figure beside its target; a benchmark with one missed ends with exit code 1. */
export function report(name: string, figure: string, target: string, met: boolean): void {
  if (!met) process.exitCode = 1;
  process.stdout.write(`${met ? "met   " : "MISSED"}  ${name}: ${figure} (target: ${target})\n`);
}

/** Prints a figure that is not judged. */
export const say = (line: string): void => void process.stdout.write(`        ${line}\n`);

/** A whole number with its thousands set apart. */
export const count = (value: number): string => Math.round(value).toLocaleString("en");

/** The value in the middle. */
export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1]!;
