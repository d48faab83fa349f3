/**
 * `npm run release -- <version> [--dry-run]`: what stands under "Unreleased" in CHANGELOG.md becomes that
 * version, committed, tagged and packed with its bill of materials and its SHA-256. Nothing is pushed. Whatever speaks against it
 * is found before anything is written, and what fails later is taken back.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { isHigher, readVersion, releaseNotes, withVersion } from "./release/version.ts";
import { sbom } from "./supply/sbom.ts";

const FOLDER = "dist/release";
const FILES = ["CHANGELOG.md", "package.json", "package-lock.json"] as const;

/** Why there is no release. */
class Refusal extends Error {}

const git = (...words: string[]): string =>
  execFileSync("git", words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();

/** What each file will be. Throws a refusal where anything speaks against the release. */
function plan(input: string | undefined, today: string): Map<string, string> {
  const version = readVersion(input ?? "");
  if (input === undefined || version === undefined) {
    throw new Refusal("say which: npm run release -- 1.2.3");
  }
  const branch = git("rev-parse", "--abbrev-ref", "HEAD");
  if (branch !== "main") throw new Refusal(`this is ${branch}; a release is made on main`);
  if (git("status", "--porcelain") !== "") throw new Refusal("there are changes not committed");
  const [changelog, own, lock] = FILES.map((file) => readFileSync(file, "utf8"));
  for (const tag of git("tag", "--list", "v*").split("\n")) {
    const released = readVersion(tag.slice(1));
    if (released !== undefined && !isHigher(version, released)) {
      throw new Refusal(`${input} is not higher than ${tag.slice(1)}, which is released`);
    }
  }
  const { version: current } = JSON.parse(own!) as { version: string };
  if (isHigher(readVersion(current)!, version)) {
    throw new Refusal(`${input} is lower than ${current}, which package.json says`);
  }
  const notes = releaseNotes(changelog!, input, today);
  if (notes === undefined) throw new Refusal('CHANGELOG.md says nothing under "## Unreleased"');
  const texts = [notes, withVersion(own!, input), withVersion(lock!, input)];
  return new Map(FILES.map((file, index) => [file, texts[index]!]));
}

/** What it runs on, package by package: made anew for each release, and in its archive. */
const BILL = `${FOLDER}/sbom.cdx.json`;

/** Commits, tags and packs; where one of these fails, the repository is as it was before. */
function make(version: string, files: ReadonlyMap<string, string>, archive: string): void {
  const tag = `v${version}`;
  const before = git("rev-parse", "HEAD");
  try {
    for (const [file, text] of files) writeFileSync(file, text);
    git("commit", "--quiet", "--message", `Kenes ${version}`, "--", ...files.keys());
    git("tag", "--annotate", tag, "--message", `Kenes ${version}`);
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(BILL, sbom("."));
    const within = [`--prefix=kenes-${version}/`, `--add-file=${BILL}`];
    git("archive", ...within, `--output=${archive}`, tag);
    const hash = createHash("sha256").update(readFileSync(archive)).digest("hex");
    writeFileSync(`${archive}.sha256`, `${hash}  ${basename(archive)}\n`);
  } catch (cause) {
    git("reset", "--quiet", "--hard", before);
    // The version had no tag before: one that is there now is ours.
    if (git("tag", "--list", tag) !== "") git("tag", "--delete", tag);
    for (const file of [archive, `${archive}.sha256`, BILL]) rmSync(file, { force: true });
    throw cause;
  }
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "dry-run": { type: "boolean", default: false } },
  });
  if (positionals.length > 1) throw new Refusal("only one version at a time");
  const files = plan(positionals[0], new Date().toISOString().slice(0, 10));
  const version = positionals[0]!;
  const archive = `${FOLDER}/kenes-${version}.tar.gz`;
  if (values["dry-run"]) {
    process.stdout.write(
      `Would write ${FILES.join(", ")}, commit them, tag v${version} and make ${archive}.\n`,
    );
    return;
  }
  make(version, files, archive);
  process.stdout.write(
    `Kenes ${version} is committed and tagged, and packed in ${archive}, with its SHA-256 beside it\n` +
      "and its bill of materials in it (sbom.cdx.json).\n" +
      `Nothing has been pushed: git push --atomic origin main v${version}\n`,
  );
}

try {
  main();
} catch (failure) {
  const why = failure instanceof Error ? failure.message : String(failure);
  process.stderr.write(`No release: ${why}\n`);
  process.exitCode = 1;
}
