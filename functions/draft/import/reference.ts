import type { Stretch } from "./sheet-maker.ts";

/** `C` of `C7` is column 2. */
export const columnOf = (reference: string | undefined): number | undefined => {
  const [letters] = /^[A-Z]{1,3}/.exec(reference ?? "") ?? [];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
};

/** `B2:C5` as the cells that the first of them stretches over. */
export function stretchOf(reference = ""): Stretch[] {
  const [from, to] = reference.split(":");
  const [lines, columns] = [from, to].reduce<[number[], number[]]>(
    ([lines, columns], one) => [
      [...lines, Number(/\d+$/.exec(one ?? "")?.[0])],
      [...columns, columnOf(one) ?? NaN],
    ],
    [[], []],
  );
  if ([...lines, ...columns].some(Number.isNaN)) return [];
  return [{ lines: [lines[0]!, lines[1]!], columns: [columns[0]!, columns[1]!] }];
}
