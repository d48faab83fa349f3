import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { checked, expectAll, folderOf, hush } from "./checked.ts";
import { few } from "./worlds.ts";

/** Files with figures or fingerprints, and from which word on a digit of theirs is one. */
const FIGURES: [RegExp, RegExp | undefined][] = [
  [/^releases\/\d+\.json$/, undefined],
  [/^results(\.\w+)?\.csv$/, undefined],
  [/^gaps\.csv$/, undefined],
  [/^codebook\.csv$/, undefined],
  [/^datapackage\.json$/, /"(?:hash|bytes)": .*/g],
];

/** Places of digits that may be changed. */
function digitsOf(text: string, within: RegExp | undefined): number[] {
  const parts = within === undefined ? [{ index: 0, 0: text }] : [...text.matchAll(within)];
  return parts.flatMap((part) => [...part[0].matchAll(/\d/g)].map((one) => part.index + one.index));
}

/** Changes one digit of a file, does something, and puts the digit back. */
async function withOtherDigit(
  path: string,
  given: { within: RegExp | undefined; after: number; place: number; by: number },
  then: (changed: string) => Promise<void>,
) {
  const text = await readFile(path, "utf8");
  const digits = digitsOf(text, given.within).filter((digit) => digit >= given.after);
  const at = digits[given.place % digits.length]!;
  const digit = String((Number(text[at]) + given.by) % 10);
  await writeFile(path, text.slice(0, at) + digit + text.slice(at + 1));
  await then(`${path} at ${at}: ${text.slice(at - 40, at)}[${text[at]} to ${digit}]`);
  await writeFile(path, text);
}

const change = { place: fc.nat(), by: fc.integer({ min: 1, max: 9 }), file: fc.nat() };
const RUNS = Number(process.env["CHANGES"] ?? 8);

describe("one digit that is changed is found", () => {
  let folder: string;
  let files: string[];
  beforeAll(async () => {
    folder = await folderOf(few());
    const names = await readdir(folder, { recursive: true });
    files = names.filter((name) => FIGURES.some(([file]) => file.test(name))).toSorted();
    expect(files).toHaveLength(10);
  });

  const expectFound = async (changed: string) => {
    for (const { script, status, errors } of await checked(folder)) {
      expect([1, 2], `${script}: ${changed}`).toContain(status);
      expect(errors, `${script}: ${changed}`).toBe("");
    }
  };

  test("in any file that holds figures or fingerprints", async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(change), async ({ file, ...digit }) => {
        const name = files[file % files.length]!;
        const [, within] = FIGURES.find(([pattern]) => pattern.test(name))!;
        await withOtherDigit(join(folder, name), { ...digit, within, after: 0 }, expectFound);
      }),
      { numRuns: RUNS },
    );
    await expectAll(folder, 0);
  });

  test("also where the list of files was made to fit", async () => {
    const list = join(folder, "datapackage.json");
    const before = await readFile(list, "utf8");
    const others = files.filter((name) => !/datapackage|codebook|\.\w\w\.csv/.test(name));
    await fc.assert(
      fc.asyncProperty(fc.record(change), async ({ file, ...digit }) => {
        const name = others[file % others.length]!;
        // Above its figures the newest release says when it was made, and by which rules: nothing shows another day.
        const text = await readFile(join(folder, name), "utf8");
        const isNewest = name === "releases/3.json";
        const after = isNewest ? text.indexOf('"recommendations"') : 0;
        await withOtherDigit(
          join(folder, name),
          { ...digit, within: undefined, after },
          async (changed) => {
            await hush(folder, name);
            await expectFound(changed);
          },
        );
        await writeFile(list, before);
      }),
      { numRuns: RUNS },
    );
    await expectAll(folder, 0);
  });
});
