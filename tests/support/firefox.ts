import { open } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, firefox } from "playwright-core";
import { expectFonts, FONTS } from "./browser.ts";
import { isThere } from "./is-there.ts";
import { PATIENCE } from "./patience.ts";

const SYSTEM = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/** What to say where there is none. */
export const NO_FIREFOX =
  "These tests are skipped: this machine has no Firefox that can be driven. " +
  "Debian: apt-get install firefox-esr; elsewhere say where it is with FIREFOX=<path>.";

/** The Firefox of the machine, or the one that the variable FIREFOX names; `none` is as if there were none. */
export async function firefoxPath(): Promise<string | undefined> {
  const named = process.env["FIREFOX"] ?? "";
  if (named === "none") return undefined;
  if (named !== "") {
    if (await isThere(named)) return named;
    throw new Error(`FIREFOX says ${named}, and there is no such file.`);
  }
  for (const path of SYSTEM) if ((await isThere(path)) && !(await isSnap(path))) return path;
  return undefined;
}

/** Ubuntu's `firefox` is a script that starts a snap: it sees no profile in the temporary folder. */
async function isSnap(path: string): Promise<boolean> {
  const file = await open(path);
  const { buffer } = await file.read(Buffer.alloc(4096)).finally(() => file.close());
  const start = buffer.toString("latin1");
  return start.startsWith("#!") && start.includes("/snap/bin/firefox");
}

// Its pages may read no file but the system's; without this one every letter would be a box.
const FONT_FILES = join(import.meta.dirname, "../../node_modules/");

/** Fewer processes than a person's browser has, and nothing that calls home. */
const QUIET = {
  "dom.ipc.processCount": 1,
  "dom.ipc.processPrelaunch.enabled": false,
  "browser.startup.page": 0,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "security.sandbox.content.read_path_whitelist": FONT_FILES,
  // As on a phone: they take no room.
  "ui.useOverlayScrollbars": 1,
};

interface Asked {
  path: string;
  script: boolean;
  /** Whether the system prefers dark. */
  dark?: boolean;
}

/**
 * A Firefox as people have it, not one that was rebuilt for tests, by WebDriver BiDi. What a context asks of
 * scripts and colours does not reach it: both are preferences of the whole browser. Without scripts
 * nothing waits for a button to stand still, so there `force` is needed to press one.
 */
export async function openFirefox({ path, script, dark = false }: Asked): Promise<Browser> {
  await expectFonts();
  const browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath: path,
    timeout: PATIENCE,
    env: { ...process.env, FONTCONFIG_FILE: FONTS },
    firefoxUserPrefs: {
      ...QUIET,
      "javascript.enabled": script,
      "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
    },
  });
  letPassWithoutMedia(browser);
  browser.on("context", (context) => context.setDefaultTimeout(PATIENCE));
  return browser;
}

interface Session {
  send(method: string, params: unknown): Promise<unknown>;
}

/**
 * Playwright tells every new context which colours the system prefers, by a command that Firefox has only had
 * since after 153, the ESR; it is refused there, and with it the context. Nothing else is let pass.
 */
function letPassWithoutMedia(browser: Browser): void {
  const inside = browser as unknown as {
    _connection: { toImpl(one: Browser): { _browserSession: Session } };
  };
  const { _connection: connection } = inside;
  const { _browserSession: session } = connection.toImpl(browser);
  const send = session.send.bind(session);
  session.send = (method, params) =>
    send(method, params).catch((refused: Error) => {
      if (method !== "emulation.setMediaFeaturesOverride") throw refused;
      return {};
    });
}
