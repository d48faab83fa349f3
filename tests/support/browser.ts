import { access } from "node:fs/promises";
import { type Browser, chromium } from "playwright-core";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

// Nothing that calls home: a test browser speaks to this machine alone.
const QUIET = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
  "--disable-quic",
];

/** The system's Chromium where there is one, else the one that the npm package carries. */
export async function openBrowser(): Promise<Browser> {
  for (const executablePath of SYSTEM) {
    if (await exists(executablePath)) {
      return chromium.launch({ executablePath, args: [...QUIET, "--no-sandbox"] });
    }
  }
  // The package unpacks the system libraries it needs only where it believes to be on Lambda, and
  // it decides that when it is imported.
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
  const { default: carried } = await import("@sparticuz/chromium");
  // Not with the package's own arguments: they switch off the very rules that are tested here
  // (web security, site isolation), and a single process ends with its first page.
  return chromium.launch({
    executablePath: await carried.executablePath(),
    args: [...QUIET, "--no-sandbox", "--no-zygote"],
  });
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
