import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { newFolder } from "./installation.ts";

const run = promisify(execFile);
const script = resolve(import.meta.dirname, "../../scripts/release.ts");
const changelog = `# Changelog

## Unreleased

- Something new.

## 0.1.0 (2026-01-02)

- The first.
`;
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** A repository like ours, of which 0.1.0 is released, and what can be done in it. */
async function newRepository() {
  const folder = await newFolder();
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  const git = async (...words: string[]): Promise<string> => {
    const who = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"];
    return (await run("git", [...who, ...words], { cwd: folder })).stdout.trim();
  };
  await git("init", "--quiet", "--initial-branch=main");
  await git("config", "user.name", "Somebody");
  await git("config", "user.email", "somebody@example.org");
  await write("CHANGELOG.md", changelog);
  await write("package.json", json({ name: "kenes", version: "0.1.0" }));
  const packages = { "": { name: "kenes", version: "0.1.0" }, other: { version: "0.1.0" } };
  await write("package-lock.json", json({ name: "kenes", version: "0.1.0", packages }));
  await write(".gitignore", "dist\n");
  await git("add", ".");
  await git("commit", "--quiet", "--message", "One");
  await git("tag", "v0.1.0");
  /** Everything that a release changes. */
  const state = async () => [
    await git("log", "--all", "--format=%H %D"),
    await git("status", "--porcelain"),
    await git("stash", "list"),
    await readdir(join(folder, "dist/release")).catch(() => []),
  ];
  const release = (...words: string[]): Promise<{ code: number; said: string }> =>
    run(process.execPath, [script, ...words], { cwd: folder }).then(
      ({ stdout }) => ({ code: 0, said: stdout }),
      (failure: { code: number; stdout: string; stderr: string }) => ({
        code: failure.code,
        said: failure.stdout + failure.stderr,
      }),
    );
  return { folder, write, git, state, release };
}

test("a release is a version in every file, a commit, a tag, and an archive with its hash", async () => {
  const { folder, git, release, state } = await newRepository();
  const before = await state();
  const dry = await release("0.2.0", "--dry-run");
  expect(dry).toEqual({ code: 0, said: expect.stringMatching(/^Would .*v0\.2\.0/) });
  expect(await state()).toEqual(before);

  expect(await release("0.2.0")).toEqual({ code: 0, said: expect.stringContaining("0.2.0") });
  const day = new Date().toISOString().slice(0, 10);
  expect(await git("show", "v0.2.0:CHANGELOG.md")).toBe(
    changelog.replace("## Unreleased\n", `## Unreleased\n\n## 0.2.0 (${day})\n`).trim(),
  );
  expect(JSON.parse(await git("show", "v0.2.0:package.json"))).toMatchObject({ version: "0.2.0" });
  expect(JSON.parse(await git("show", "v0.2.0:package-lock.json"))).toMatchObject({
    version: "0.2.0",
    packages: { "": { version: "0.2.0" }, other: { version: "0.1.0" } },
  });
  expect(await git("status", "--porcelain")).toBe("");
  expect(await git("rev-parse", "v0.2.0^{commit}")).toBe(await git("rev-parse", "main"));
  expect(await git("log", "--format=%s")).toBe("Kenes 0.2.0\nOne");

  const archive = join(folder, "dist/release/kenes-0.2.0.tar.gz");
  const hash = createHash("sha256").update(await readFile(archive));
  const written = await readFile(`${archive}.sha256`, "utf8");
  expect(written).toBe(`${hash.digest("hex")}  kenes-0.2.0.tar.gz\n`);
  const { stdout: names } = await run("tar", ["-tzf", archive]);
  expect(names).toContain("kenes-0.2.0/package.json\n");
  const bill = await run("tar", ["-xzOf", archive, "kenes-0.2.0/sbom.cdx.json"]);
  const { bomFormat, metadata } = JSON.parse(bill.stdout);
  expect([bomFormat, metadata.component.name, metadata.component.version]).toEqual([
    "CycloneDX",
    "kenes",
    "0.2.0",
  ]);

  // Nothing new since, so there is no next one.
  expect((await release("0.3.0")).said).toContain("Unreleased");
});

type Repository = Awaited<ReturnType<typeof newRepository>>;
const nothing = async () => {};

test.each<[string, string[], RegExp, (repository: Repository) => Promise<unknown>]>([
  ["no version is given", [], /npm run release/, nothing],
  ["it is no version", ["0.2"], /npm run release/, nothing],
  ["it has more than three numbers", ["v0.2.0"], /npm run release/, nothing],
  ["there are two", ["0.2.0", "0.3.0"], /one version/, nothing],
  ["it is released", ["0.1.0"], /not higher than 0\.1\.0/, nothing],
  [
    "a higher one is released",
    ["0.9.9"],
    /not higher than 0\.10\.0/,
    ({ git }) => git("tag", "v0.10.0"),
  ],
  [
    "package.json says a higher one",
    ["0.2.0"],
    /lower than 0\.3\.0/,
    async ({ git, write }) => {
      await write("package.json", json({ name: "kenes", version: "0.3.0" }));
      await git("commit", "--quiet", "--all", "--message", "Two");
    },
  ],
  ["a file is changed", ["0.2.0"], /not committed/, ({ write }) => write(".gitignore", "")],
  ["a file is new", ["0.2.0"], /not committed/, ({ write }) => write("new.txt", "")],
  [
    "the branch is another",
    ["0.2.0"],
    /on main/,
    ({ git }) => git("switch", "--quiet", "--create", "else"),
  ],
  [
    "no entry is unreleased",
    ["0.2.0"],
    /Unreleased/,
    async ({ git, write }) => {
      await write("CHANGELOG.md", changelog.replace("- Something new.\n\n", ""));
      await git("commit", "--quiet", "--all", "--message", "Two");
    },
  ],
  [
    "the commit fails",
    ["0.2.0"],
    /hook/,
    async ({ folder, write }) => {
      await write(".git/hooks/pre-commit", "#!/bin/sh\necho the hook says no >&2\nexit 1\n");
      await chmod(join(folder, ".git/hooks/pre-commit"), 0o755);
    },
  ],
  ["the archive fails", ["0.2.0"], /(EEXIST|ENOTDIR)/, ({ write }) => write("dist", "")],
])("there is none, and nothing is changed, when %s", async (_, words, why, prepare) => {
  const repository = await newRepository();
  await prepare(repository);
  const before = await repository.state();
  expect(await repository.release(...words)).toEqual({
    code: 1,
    said: expect.stringMatching(new RegExp(`^No release: [^]*${why.source}`)),
  });
  expect(await repository.state()).toEqual(before);
});
