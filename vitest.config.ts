import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
    // One for each core of a small machine: most of the time is spent waiting for browsers and servers.
    maxWorkers: 2,
    globalSetup: ["tests/support/global-setup.ts"],
    // Real parts answer slowly on a busy machine; a hang is still found.
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
