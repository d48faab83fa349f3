import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { type Command, GENERAL } from "../../../functions/command/command.ts";
import { COMMANDS } from "../../../functions/kenes/table.ts";

const root = resolve(import.meta.dirname, "../../..");

/** What the page says of each command: its words, and its options with their values. */
function drawn(page: string): Map<string, { typed: string; options: string[] }> {
  const parts = page.split(/^### `kenes /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [typed = ""] = part.split("`");
      const lines = part.split("\n").filter((line) => line.startsWith("- `--"));
      const options = lines.flatMap((line) =>
        [...line.slice(0, line.indexOf("`:") + 1 || undefined).matchAll(/`(--[^`]+)`/g)].map(
          ([, option]) => option!,
        ),
      );
      return [typed.split(" ")[0]!, { typed, options: options.toSorted() }];
    }),
  );
}

const typedOf = ({ name, words }: Command): string =>
  [name, ...words.map((word) => (word.optional ? `[<${word.name}>]` : `<${word.name}>`))].join(" ");
const optionsOf = (options: Command["options"]): string[] =>
  Object.entries(options)
    .map(([name, { value }]) => (value === undefined ? `--${name}` : `--${name} <${value}>`))
    .toSorted();

test("the reference has every command, word and option, and no other", async () => {
  const page = await readFile(resolve(root, "docs/command-line.md"), "utf8");
  const told = Object.fromEntries(drawn(page));
  const there = COMMANDS.map((command): [string, object] => [
    command.name,
    { typed: typedOf(command), options: optionsOf(command.options) },
  ]);
  expect(told).toEqual(Object.fromEntries(there));
  const general = [...page.matchAll(/^\| `(--[^`]+)` \|/gm)].map(([, option]) => option!);
  expect(general.toSorted()).toEqual(optionsOf(GENERAL));
});

test("standards in the reference are those of the table", async () => {
  const page = await readFile(resolve(root, "docs/command-line.md"), "utf8");
  for (const { name: command, options } of COMMANDS) {
    const from = page.indexOf(`### \`kenes ${command}`);
    for (const [name, { value, standard }] of Object.entries(options)) {
      if (standard === undefined) continue;
      const at = page.indexOf(`\`--${name} <${value}>\``, from);
      expect(page.slice(at, page.indexOf("\n", at))).toContain(standard);
    }
  }
});

test("every npm script of a command is that command, with the codes of before", async () => {
  const { scripts, bin } = JSON.parse(await readFile(resolve(root, "package.json"), "utf8"));
  expect(bin).toEqual({ kenes: "bin/kenes.mjs" });
  expect(scripts.kenes).toBe("node bin/kenes.mjs");
  for (const name of ["invite", "simulate", "recount", "reports", "setup"]) {
    expect(scripts[name]).toBe(`node bin/kenes.mjs ${name} --one-code`);
    expect(COMMANDS.map((command) => command.name)).toContain(name);
  }
});
