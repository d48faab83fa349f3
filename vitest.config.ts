import { defineConfig } from "vitest/config";
import { PATIENCE, PATIENCE_OF_A_TEST } from "./tests/support/patience.ts";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    // One for each core of a small machine: most of the time is spent waiting for browsers and servers.
    maxWorkers: 2,
    globalSetup: ["tests/support/global-setup.ts"],
    testTimeout: PATIENCE_OF_A_TEST,
    hookTimeout: PATIENCE_OF_A_TEST,
    expect: { poll: { timeout: PATIENCE } },
  },
});
