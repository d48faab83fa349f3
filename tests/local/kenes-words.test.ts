import { spawnSync } from "node:child_process";
import { cp, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../functions/kenes/table.ts";
import { kenes } from "../support/kenes.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { newFolder } from "./installation.ts";

const { id: ID } = KAZAKHSTAN;
const SHIPPED = resolve(import.meta.dirname, "../../consultations/kazakhstan-2019.json");

describe("help", () => {
  test("of all lists every command, and needs nothing that runs", async () => {
    const { code, out, err } = await kenes(["--help"]);
    expect([code, err]).toEqual([0, ""]);
    for (const { name, summary } of COMMANDS)
      expect(out).toContain(`  ${name}`.padEnd(30) + summary);
    expect((await kenes(["help"])).out).toBe(out);
    expect(await kenes(["help", "recount"])).toEqual(await kenes(["recount", "-h"]));
  });

  test.each(COMMANDS.map((command) => [command.name, command] as const))(
    "of %s names its words and options",
    async (name, { words, options, summary }) => {
      const { code, out, err } = await kenes([name, "--help"]);
      expect([code, err]).toEqual([0, ""]);
      expect(out.startsWith(`usage: kenes ${name}`)).toBe(true);
      expect(out).toContain(summary);
      for (const word of words) expect(out).toContain(`<${word.name}>`);
      for (const option of Object.keys(options)) expect(out).toContain(`  --${option}`);
    },
  );

  test("the version is the package's", async () => {
    const { version } = JSON.parse(await readFile(join(SHIPPED, "../../package.json"), "utf8"));
    expect(await kenes(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});

test("where nothing is built it says so, and ends with 3", async () => {
  const folder = await newFolder();
  await cp(join(SHIPPED, "../../bin"), join(folder, "bin"), { recursive: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "bin/kenes.mjs")], {
    encoding: "utf8",
  });
  expect([status, stdout, stderr]).toEqual([3, "", expect.stringMatching(/^.*npm run build.*\n$/)]);
});

describe("wrong use ends with 2, the usage and nothing on standard output", () => {
  test.each([
    [[], "say what to do"],
    [["chekc"], "did you mean check?"],
    [["--verison"], "did you mean --version?"],
    [["help", "chekc"], "did you mean check?"],
    [["start", "now"], "start does not know"],
    [["start", "--json"], "DYNAMODB_ENDPOINT"],
    [["setup", "--url", "consult.example.org"], "address without a path"],
    [["import"], "say which file"],
    [["import", SHIPPED, "--languages", "english"], "--languages"],
    [["import", SHIPPED, "--id", "NO GOOD"], "--id"],
    [["invite"], "say which consultation"],
    [["invite", ID, "0"], "a number from 1 to"],
    [["invite", ID, "3", "4"], "“4”"],
    [["simulate", "--ballots", "many"], "--ballots"],
    [["simulate", "--balots", "1"], "did you mean --ballots?"],
    [["release"], "say which consultation"],
    [["export", ID, "--format", "pdf"], "--format is one of"],
    [["export", ID, "--format", "csv", "--json"], "--to"],
    [["export", ID, "--format", "zip"], "--to"],
    [["export", ID, "--release", "first"], "--release"],
    [["recount", ID, "--rebuild=yes"], "switch"],
    [["check", "everything"], "“everything”"],
    [["check", "--tables", "a,b,c"], "--tables belongs"],
    [["check", "--aws", "--endpoint", "http://x"], "either"],
    [["check", "--endpoint", "localhost"], "http address"],
    [["check", "--endpoint", "http://x", "--tables", "a,b"], "three names"],
    [["backup"], "say which folder"],
    [["restore"], "say which backup"],
    [["restore", "x", "--aws"], "BALLOTS_TABLE"],
    [["rewind", "yesterday", "--aws"], "no moment"],
    [["rewind", "2026-11-29T03:15:00Z"], "--aws"],
    [["migrate", "everything"], "“everything”"],
    [["reports", ID, "--clean"], "did you mean --clear?"],
    [["languages", "kk", "ru"], "“ru”"],
  ])("%j", async (words, line) => {
    const { code, out, err } = await kenes(words);
    expect([code, err.split("\n").length]).toEqual([2, 3]);
    expect(err).toContain(line);
    expect(err).toMatch(/\nusage: kenes /);
    expect(out.includes("error") || out === "").toBe(true);
  });

  test("one line without a stack; with --debug the stack", async () => {
    const plain = await kenes(["recount", ID]);
    expect([plain.code, plain.err.trim().split("\n")]).toEqual([3, [expect.any(String)]]);
    const { err } = await kenes(["recount", ID, "--debug"]);
    expect(err).toMatch(/\n {4}at /);
  });
});
