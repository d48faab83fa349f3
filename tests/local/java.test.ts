import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { findJava, javaVersion } from "../../functions/local/java.ts";
import { newFolder } from "./installation.ts";

test("no Java gives one line that says what to install", async () => {
  expect(await findJava()).toEqual({ ok: true });
  vi.stubEnv("PATH", "/nonexistent");
  onTestFinished(() => void vi.unstubAllEnvs());
  const found = await findJava();
  expect(found).toMatchObject({
    ok: false,
    message: expect.stringMatching(/^.*found none.*openjdk-17.*brew.*winget.*$/),
  });
});

test.skipIf(process.platform === "win32")("a Java too old is named", async () => {
  const folder = await newFolder();
  await writeFile(join(folder, "java"), "#!/bin/sh\necho 'java version \"1.8.0_412\"' >&2\n", {
    mode: 0o755,
  });
  vi.stubEnv("PATH", folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await findJava()).toMatchObject({
    ok: false,
    message: expect.stringContaining("found only Java 8:"),
  });
});

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21" 2023-09-19', 21],
  ['java version "1.8.0_412"', 8],
  ['openjdk version "22-ea"', 22],
  ["The operation couldn’t be completed. Unable to locate a Java Runtime.", undefined],
])("the version in %j", (printed, version) => expect(javaVersion(printed)).toBe(version));
