import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/longest-first.ts";
import { PATIENCE, PATIENCE_OF_A_TEST } from "./tests/support/patience.ts";

// Some five hundred processes are begun, most of them with the same files: what is compiled of those is kept. A tenth of all.
process.env["NODE_COMPILE_CACHE"] ??= resolve("node_modules/.cache/compiled");

/** The test files of some folders of `tests/`, and what has to be ready before they run. */
const project = (name: string, folders: readonly string[], ready: readonly string[] = []) => ({
  extends: true as const,
  test: {
    name,
    include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    globalSetup: ready.map((one) => `tests/support/${one}-setup.ts`),
  },
});

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    projects: [
      project("domain", ["domain"]),
      project("web", ["web"]),
      project("functions", ["functions", "local", "lambda", "rehearsal"], ["database"]),
      project("browser", ["browser"], ["database", "browser"]),
      project("infra", ["infra"]),
      project("house", ["house"]),
      project("tools", ["tools"]),
      project("chaos", ["chaos"]),
      // Takes minutes: only when it is asked for (npm run test:abuse).
      ...(process.env["ABUSE"] ? [project("abuse", ["abuse"], ["database"])] : []),
    ],
    // A module is loaded once for all the files of a worker: no test may change what another one sees.
    isolate: false,
    // Twice as many as a small machine has cores: a good part of the time is spent waiting for a clock, a disk or Java.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    testTimeout: PATIENCE_OF_A_TEST,
    hookTimeout: PATIENCE_OF_A_TEST,
    expect: { poll: { timeout: PATIENCE } },
  },
});
