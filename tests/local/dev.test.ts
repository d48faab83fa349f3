import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { isAlive } from "../../functions/local/java.ts";
import { readInstance } from "../../functions/local/instance.ts";
import { PATIENCE } from "../support/patience.ts";
import { gone, newFolder } from "./installation.ts";

const root = resolve(import.meta.dirname, "../..");
const PARTS = ["bin", "domain", "web", "functions", "consultations", "scripts"];

/** The sources in a folder of their own, which a test may change. */
async function copySources(): Promise<string> {
  const copy = await newFolder();
  for (const name of [...PARTS, "package.json", "tsconfig.base.json", "vite.config.ts"]) {
    await cp(join(root, name), join(copy, name), { recursive: true });
  }
  await symlink(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  return copy;
}

/** `npm run dev` as somebody types it, in a process group of its own like a terminal's. */
async function npmRunDev(copy: string) {
  const npm = spawn("npm", ["run", "dev"], {
    cwd: copy,
    env: { ...process.env, KENES_DATA: "data", PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  onTestFinished(() => {
    try {
      process.kill(-npm.pid!, "SIGKILL");
    } catch {
      // Gone, as it should be.
    }
  });
  let printed = "";
  const news = new EventTarget();
  for (const stream of [npm.stdout, npm.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      news.dispatchEvent(new Event("more"));
    });
  }
  npm.once("exit", () => {
    printed += "\n(npm has ended)";
    news.dispatchEvent(new Event("more"));
  });
  /** Waits until it has printed this since the last time that it was asked. */
  async function says(words: string): Promise<string> {
    const signal = AbortSignal.timeout(PATIENCE);
    while (!printed.includes(words)) {
      if (/npm has ended|The build failed|The app did not start/.test(printed))
        throw new Error(printed);
      await once(news, "more", { signal }).catch(() => {
        throw new Error(`${JSON.stringify(words)} was not said: ${printed}`);
      });
    }
    const end = printed.indexOf(words) + words.length;
    const said = printed.slice(0, end);
    printed = printed.slice(end);
    return said;
  }
  const said = await says("Every change of the sources is shown at once.");
  const url = /Consultations\s+(http\S+)\/\n/.exec(said)![1]!;
  return { pid: npm.pid!, url, says };
}

interface State {
  build: string;
  fault: string | null;
}

/** What an open page hears, one state after the other. */
async function* states(url: string): AsyncGenerator<State> {
  const { body } = await fetch(`${url}/__dev/events`);
  let text = "";
  for await (const chunk of body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      yield JSON.parse(text.slice(text.indexOf("data: ") + 6, end)) as State;
      text = text.slice(end + 2);
    }
  }
}

const page = (url: string) => fetch(`${url}/?lang=en`).then((answer) => answer.text());
const scriptOf = (html: string) => /<script src="(\/__dev\/[^"]+)"><\/script>$/.exec(html)![1]!;

test.skipIf(process.platform === "win32")(
  "npm run dev shows a change, tells open pages, outlives a fault, and ends with all that it started",
  async () => {
    const copy = await copySources();
    const { pid, url, says } = await npmRunDev(copy);
    const { serverPid, own } = await readInstance(join(copy, "data"));

    const before = await page(url);
    expect(before).toContain("<h1>Consultations</h1>");
    expect((await fetch(url + scriptOf(before))).headers.get("Content-Type")).toMatch("javascript");
    const heard = states(url);
    const next = async () => {
      const tooLate = sleep(PATIENCE, undefined, { ref: false });
      const one = await Promise.race([heard.next(), tooLate]);
      return one?.value as State;
    };
    const first = await next();
    expect(first.fault).toBeNull();
    expect(scriptOf(before)).toContain(first.build);

    // As an editor does, in one step: no build sees half of it.
    const save = async (at: string, text: string) => {
      await writeFile(join(copy, "saved"), text);
      await rename(join(copy, "saved"), at);
    };
    const file = join(copy, "web/language/en/home.json");
    const text = await readFile(file, "utf8");
    const changed = text.replace('"title": "Consultations"', '"title": "Deliberations"');
    expect(changed).not.toBe(text);
    await save(file, changed);
    const second = await next();
    expect(second).toEqual({ build: expect.any(String), fault: null });
    expect(second.build).not.toBe(first.build);
    const after = await page(url);
    expect(after).toContain("<h1>Deliberations</h1>");
    expect(scriptOf(after)).toContain(second.build);

    const code = join(copy, "web/home/home-page.tsx");
    const right = await readFile(code, "utf8");
    await save(code, `${right}export const broken = {;\n`);
    await says("The build failed");
    const third = await next();
    expect(third.build).toBe(second.build);
    expect(third.fault).toContain("home-page.tsx:");
    expect(await page(url)).toContain("<h1>Deliberations</h1>");

    // What is built is the same as before the fault: nothing restarts, and the pages are told.
    await save(code, `${right}// A remark.\n`);
    await says("nothing that the app is made of has changed");
    expect(await next()).toEqual(second);

    // What can be built but not started is in the place of the page, until it is put right.
    await save(code, `${right}throw new Error("planted");\n`);
    await says("The app did not start");
    expect((await next()).fault).toContain("planted");
    const none = await fetch(url);
    expect([none.status, await none.text()]).toEqual([503, expect.stringContaining("planted")]);
    await save(code, right);
    expect((await next()).fault).toBeNull();
    await save(file, text);
    expect((await next()).fault).toBeNull();
    expect(await page(url)).toContain("<h1>Consultations</h1>");

    // The database has been the same all the time.
    expect((await readInstance(join(copy, "data"))).own).toEqual(own);
    expect(await isAlive(own!.databasePid)).toBe(true);

    process.kill(-pid, "SIGINT");
    for (const one of [serverPid, own!.keeperPid, own!.databasePid]) {
      expect(await gone(one)).toBe(true);
    }
    await expect(fetch(url)).rejects.toThrow();
    expect((await heard.next().catch(() => ({ done: true }))).done).toBe(true);
  },
);
