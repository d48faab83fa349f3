import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { glob, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expectFonts, FONTS } from "./browser.ts";
import { freePort } from "./free-port.ts";
import { isThere } from "./is-there.ts";
import { smallWindow } from "./small-window.ts";

/** What to say where there is none. */
export const NO_WEBKIT =
  "These tests are skipped: this machine has no WebKit that can be driven. " +
  "Debian, Ubuntu: apt-get install webkit2gtk-driver xvfb.";

const [DRIVER, SCREEN] = ["/usr/bin/WebKitWebDriver", "/usr/bin/Xvfb"];

/** The window around WebKit, where all that it needs is there; WEBKIT=none is as if it were not. */
export async function webkitPath(): Promise<string | undefined> {
  if (process.env["WEBKIT"] === "none") return undefined;
  if (!(await isThere(DRIVER)) || !(await isThere(SCREEN))) return undefined;
  for await (const path of glob("/usr/lib/*/webkit2gtk-4.1/MiniBrowser")) return path;
  return undefined;
}

/** An element of a page, as WebDriver names it. */
export type Element = Record<string, string>;

/** As much of a browser as the tests of WebKit need: each is one command of WebDriver, as it stands in the standard. */
export interface WebKit {
  go(url: string): Promise<void>;
  /** What a function of the page alone, without imports, returns there. */
  run<Value>(look: string | ((given: never) => unknown), given?: unknown): Promise<Value>;
  click(one: Element): Promise<void>;
  type(one: Element, text: string): Promise<void>;
  size(width: number, height: number): Promise<void>;
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** WebKitGTK is the engine of Safari, a version of the same year, with another network and other letters. */
export async function openWebKit(path: string, script = true): Promise<WebKit> {
  await expectFonts();
  const home = await mkdtemp(join(tmpdir(), "kenes-webkit-"));
  await smallWindow(home);
  const screen = spawn(
    SCREEN,
    ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const [number] = (await once(screen.stdio[3]!, "data")) as [Buffer];
  const port = await freePort();
  const driver = spawn(DRIVER, [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: `:${number.toString().trim()}`,
      FONTCONFIG_FILE: FONTS,
      HOME: home,
      XDG_CONFIG_HOME: home,
    },
  });
  const ended = async () => {
    for (const one of [driver, screen]) await end(one);
    await rm(home, { recursive: true, force: true });
  };
  const base = `http://127.0.0.1:${port}`;
  await answers(`${base}/status`);
  const say = async (method: string, way: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`${base}${way}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`WebKit, ${way}: ${JSON.stringify(value)}`);
    return value;
  };
  // The driver's own scripts run all the same.
  const options = { binary: path, args: ["--automation", `--enable-javascript=${script}`] };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": options } };
  const opened = say("POST", "/session", { capabilities });
  const { sessionId } = (await opened.catch(async (cause: Error) => {
    await ended();
    throw cause;
  })) as { sessionId: string };
  const within = `/session/${sessionId}`;
  const on = (one: Element) => `${within}/element/${Object.values(one)[0]}`;
  return {
    go: async (url) => void (await say("POST", `${within}/url`, { url })),
    run: async <Value>(look: string | ((given: never) => unknown), given?: unknown) => {
      const script = typeof look === "string" ? `return ${look}` : `return (${look})(arguments[0])`;
      const args = [given ?? null];
      return (await say("POST", `${within}/execute/sync`, { script, args })) as Value;
    },
    click: async (one) => void (await say("POST", `${on(one)}/click`, {})),
    type: async (one, text) => void (await say("POST", `${on(one)}/value`, { text })),
    size: async (width, height) =>
      void (await say("POST", `${within}/window/rect`, { width, height })),
    picture: async () =>
      Buffer.from((await say("GET", `${within}/screenshot`)) as string, "base64"),
    close: async () => {
      await say("DELETE", within).finally(ended);
    },
  };
}

async function end(one: ChildProcess): Promise<void> {
  if (one.exitCode !== null || one.signalCode !== null) return;
  one.kill();
  await once(one, "exit");
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((later) => setTimeout(later, 50));
  }
}
