import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { built } from "./built.ts";

const root = resolve(import.meta.dirname, "../..");

/** How a run of the command line ended. */
export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

interface Options {
  /** The data folder; without one, none of this machine's. */
  folder?: string | undefined;
  env?: Record<string, string>;
  /** What it is given on standard input. */
  input?: string;
}

/** Runs the built command line as a process. */
export async function kenes(words: readonly string[], options: Options = {}): Promise<Ran> {
  await built("functions/local/kenes.mjs");
  return ended(process.execPath, [resolve(root, "bin/kenes.mjs"), ...words], options);
}

/** The same, begun and not waited for. */
export const kenesBegun = (words: readonly string[], folder: string): ChildProcess =>
  spawn(process.execPath, [resolve(root, "bin/kenes.mjs"), ...words], {
    env: { ...process.env, KENES_DATA: folder },
    stdio: "ignore",
  });

/** Runs one of the scripts of package.json, as somebody types it: `npm run -s <name> -- <words>`. */
export const npmRun = (name: string, words: readonly string[], options: Options = {}) =>
  ended("npm", ["run", "-s", name, "--", ...words], options);

async function ended(command: string, args: string[], options: Options): Promise<Ran> {
  const { folder = "/nonexistent/kenes", env, input } = options;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, KENES_DATA: folder, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => {});
  child.stdin.end(input ?? "");
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (out += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (err += chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, out, err };
}
