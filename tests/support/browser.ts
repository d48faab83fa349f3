import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { carriedChromium, isCarried } from "./carried-chromium.ts";
import { isThere } from "./is-there.ts";
import { PATIENCE } from "./patience.ts";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** What a browser is told of fonts by the variable FONTCONFIG_FILE. */
export const FONTS = join(import.meta.dirname, "fonts.conf");

// Nothing that calls home: a test browser speaks to this machine alone.
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
  "--disable-quic",
  // One process less for each browser; nothing is drawn by hardware anyhow.
  "--in-process-gpu",
];

// Letters as wide as the font says, whatever fits a machine's pixels.
const EXACT = ["--font-render-hinting=none"];

interface Program {
  executablePath: string;
  /** Where it finds libraries that the machine may not have. */
  libraries?: string;
  args?: string[];
}

/**
 * The Chromium that the variable CHROMIUM names (a path, or `npm` for the one that an npm package
 * carries); where it says nothing, the carried one where it runs, else the system's. The carried one is
 * the same everywhere, and a whole browser takes three times as long as it. Its fonts are those of
 * fonts.conf.
 */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  await expectFonts();
  const { executablePath, libraries, args = [] } = await program();
  const { LD_LIBRARY_PATH: before } = process.env;
  const env = {
    ...process.env,
    FONTCONFIG_FILE: FONTS,
    ...(libraries !== undefined && {
      LD_LIBRARY_PATH: [libraries, ...(before === undefined ? [] : [before])].join(":"),
    }),
  };
  const begin = () =>
    chromium.launch({
      executablePath,
      args: [...QUIET, ...EXACT, "--no-sandbox", ...args, ...more],
      env,
      timeout: PATIENCE,
    });
  const browser = await begin()
    // The carried one falls over as it starts, once in a hundred times or so, and not the next time.
    .catch((cause: Error) => (cause.message.includes("SIGSEGV") ? begin() : Promise.reject(cause)))
    .catch((cause: Error) => {
      throw new Error(whyNot(executablePath, cause.message), { cause });
    });
  browser.on("context", (context) => context.setDefaultTimeout(PATIENCE));
  return browser;
}

let shared: Promise<Browser> | undefined;

/** The browser of all test files of a worker, which ends with the worker: what differs is a context of one's own. */
export const sharedBrowser = (): Promise<Browser> => (shared ??= openBrowser());

/** Makes it ready, where that takes time, before several test files want it at once. */
export async function prepareBrowser(): Promise<void> {
  await program().catch(() => {
    // Whoever needs a browser is told then: most tests need none.
  });
}

async function program(): Promise<Program> {
  const named = process.env["CHROMIUM"] ?? "";
  if (named !== "" && named !== "npm") {
    if (await isThere(named)) return { executablePath: named };
    throw new Error(`CHROMIUM says ${named}, and there is no such file.`);
  }
  if (named === "" && !isCarried) {
    for (const executablePath of SYSTEM) {
      if (await isThere(executablePath)) return { executablePath };
    }
  }
  // Not with the package's own arguments: they switch off the very rules that are tested here
  // (web security, site isolation), and a single process ends with its first page.
  return carriedChromium();
}

/** A browser without them would take others, and mean something else. */
export async function expectFonts(): Promise<void> {
  const text = await readFile(FONTS, "utf8");
  for (const [, folder = ""] of text.matchAll(/<dir prefix="relative">(.*?)<\/dir>/g)) {
    const path = join(dirname(FONTS), folder);
    if (!(await isThere(path))) {
      throw new Error(`The fonts of the browser tests are missing (${path}): npm ci brings them.`);
    }
  }
}

/** Why a browser did not start, in one sentence where we know. */
function whyNot(path: string, said: string): string {
  const library = /error while loading shared libraries: ([^\s:]+)/.exec(said)?.[1];
  if (library !== undefined) {
    return (
      `${path} does not start: this machine has no ${library}. Install it, ` +
      "or a browser that brings it (Debian: apt-get install chromium)."
    );
  }
  return `${path} does not start; with CHROMIUM=<path> another one is taken. ${said}`;
}
