import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Instance, readInstance } from "../../functions/local/instance.ts";
import { built } from "./built.ts";
import { kenes } from "./kenes.ts";

/** The built server on a free port with a data folder of its own, as `npm start` runs it. */
export interface RunningServer {
  url: string;
  folder: string;
  instance: Instance;
  process: ChildProcess;
  /** Everything it has printed. */
  said: () => string;
  /** Starts another on the same data, when this one has ended. */
  again(): Promise<RunningServer>;
  /** Ends it in order and throws its data away. */
  stop(): Promise<void>;
}

interface Options {
  folder?: string;
  /** Further variables of its environment. */
  env?: Record<string, string>;
  /** What Node is told; as `npm start` tells it where memory is measured (`AS_STARTED`). */
  flags?: readonly string[];
  /** Where a database runs that it joins; without one it starts its own. */
  database?: string;
}

/** What `npm start` tells Node. */
export const AS_STARTED = ["--max-semi-space-size=8", "--heap-growing-percent=100"];

/** Starts the built server and waits until it says where it is. */
export async function startServer(options: Options = {}): Promise<RunningServer> {
  const { folder, database, env, flags = [] } = options;
  const data = folder ?? (await mkdtemp(join(tmpdir(), "kenes-server-")));
  let said = "";
  const child = spawn(process.execPath, [...flags, await built("functions/local/server.mjs")], {
    env: {
      ...process.env,
      KENES_DATA: data,
      PORT: "0",
      ...env,
      ...(database !== undefined && { DYNAMODB_ENDPOINT: database }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await new Promise<string>((found, failed) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Consultations\s+(http\S+)\//.exec(said)?.[1];
      if (address !== undefined) found(address);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) => failed(new Error(`the server ended (${code}): ${said}`)));
  });
  return {
    url,
    folder: data,
    instance: await readInstance(data),
    process: child,
    said: () => said,
    again: () => startServer({ ...options, folder: data }),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Runs a command beside a running server; its output and exit code. */
export async function runCommand(
  folder: string,
  name: string,
  words: string[],
): Promise<{ code: number | null; output: string }> {
  const { code, out, err } = await kenes([name, ...words], { folder });
  return { code, output: out + err };
}

/** The link by which somebody becomes the first organiser: a server that speaks to no terminal puts it into a file. */
export const setupLinkOf = async ({ folder }: RunningServer): Promise<string> =>
  (await readFile(join(folder, "setup-link"), "utf8")).trim();
