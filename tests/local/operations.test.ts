import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, inject, test } from "vitest";
import { GENERAL } from "../../functions/command/command.ts";
import { COMMANDS } from "../../functions/kenes/table.ts";
import { built } from "../support/built.ts";
import { freePort } from "../support/free-port.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { newFolder } from "./installation.ts";

/* The manual, run as it is written. */

const root = resolve(import.meta.dirname, "../..");
const page = await readFile(join(root, "docs/operations.md"), "utf8");

/** The blocks of the page with commands, by what they say of themselves, in its order. */
const blocks = (text: string): [kind: string, commands: string][] =>
  [...text.matchAll(/^```sh *(\w*)\n([\s\S]*?)^```/gm)].map(([, kind, commands]) => [
    kind!,
    commands!,
  ]);

test("one machine: from nothing to a running consultation and back to nothing, block by block", async () => {
  await built("functions/local/server.mjs");
  const home = await newFolder();
  const bin = join(home, "bin");
  await mkdir(bin);
  const program = `#!/bin/sh\nexec "${process.execPath}" "${join(root, "bin/kenes.mjs")}" "$@"\n`;
  await writeFile(join(bin, "kenes"), program);
  await chmod(join(bin, "kenes"), 0o755);
  const drills = blocks(page).flatMap(([kind, commands]) => (kind === "drill" ? [commands] : []));
  const [first, ...rest] = drills;
  // Somebody answers after the start; what they said must be there at the end.
  const answered = "kenes simulate --ballots 5 --experts 2 >/dev/null\n";
  const script = [
    "set -eu\ntrap 'kill $KENES 2>/dev/null || true' EXIT\n",
    first,
    answered,
    ...rest,
  ];
  const { KENES_DATA: _, ...env } = process.env;
  const child = spawn("/bin/sh", ["-c", script.join("\n")], {
    cwd: home,
    env: {
      ...env,
      HOME: home,
      PATH: `${bin}:${env["PATH"]}`,
      PORT: String(await freePort()),
      // Java of its own for each start would take most of the time; that is tried by server.test.ts and kenes-backup.test.ts.
      DYNAMODB_ENDPOINT: inject("databaseEndpoint"),
      CONSULTATION: KAZAKHSTAN.id,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const [code] = await once(child, "close");
  expect([code, code === 0 ? "" : `${out}\n${err}`]).toEqual([0, ""]);
  expect(out).toContain("public: 5 ballots, tally 5");
  expect(out).toContain("Tally and recount agree.");
  expect(out).toContain("read again and whole");
  expect(out).toContain("languages-named: 0 items rewritten");
  expect((await readFile(join(home, "codes.txt"), "utf8")).trim().split("\n")).toHaveLength(3);
  const left = await readdir(home);
  for (const gone of ["kenes-data", "put-aside", "before"]) expect(left).not.toContain(gone);
});

/** What of a block names a command, option or stack that there is not. */
function unknownIn(commands: string): string[] {
  const lines = commands.split("\n").map((line) => line.replace(/^\s*([A-Z_]+=\S+ )*/, "").trim());
  return lines.flatMap((line) => {
    const [program, name = "", ...words] = line.replaceAll(/"[^"]*"/g, "x").split(/\s+/);
    if (program === "npx") {
      const stacks = words.filter((word) => /^[A-Z]\w+$/.test(word));
      return stacks.filter((stack) => !/^Kenes(Back)?(Data|Service)$/.test(stack));
    }
    if (program !== "kenes" || name === "&&") return [];
    const command = COMMANDS.find((one) => one.name === name);
    if (command === undefined) return [name];
    const options = { ...GENERAL, ...command.options };
    const typed = words.filter((word) => word.startsWith("--"));
    return typed.filter((word) => !(word.slice(2) in options));
  });
}

test("every command, option and stack of a block is there", () => {
  expect(blocks(page).length).toBeGreaterThan(15);
  for (const [kind, commands] of blocks(page)) {
    expect(kind).toMatch(/^(drill|aws)?$/);
    expect(unknownIn(commands)).toEqual([]);
  }
  const wrong = 'kenes restor "$A" --aws\nkenes restore "$A" --over\nnpx cdk deploy KeneData';
  expect(unknownIn(wrong)).toEqual(["restor", "--over", "KeneData"]);
});

test("every place of this page that it names is there", () => {
  const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(([, one]) =>
    one!.toLowerCase().replaceAll(" ", "-"),
  );
  for (const [, anchor] of page.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(anchor);
});
