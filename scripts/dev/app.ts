import { spawn } from "node:child_process";
import { once } from "node:events";

const STOP_LIMIT_MS = 10_000;

/** The app in a process of its own, on a port that only we know. */
export interface RunningApp {
  url: string;
  /** What it printed when it was ready. */
  announcement: string;
  /** Resolves when it has ended, asked or not, with the last that it complained of. */
  ended: Promise<string>;
  /** Ends it in order; resolves when it is gone. */
  stop(): Promise<void>;
}

/** Starts the built server and waits until it is ready. Throws with what it said when it ends before. */
export async function startApp(server: string, env: NodeJS.ProcessEnv): Promise<RunningApp> {
  const child = spawn(process.execPath, ["--enable-source-maps", server], {
    env: { ...env, PORT: "0", HOST: "127.0.0.1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let complained = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complained = (complained + chunk.toString()).slice(-4_000);
    process.stderr.write(chunk);
  });
  const ended = once(child, "close").then(
    ([code, signal]: unknown[]) => complained.trim() || `ended with ${signal ?? code}`,
  );
  const ready = new Promise<string>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const url = /Consultations\s+(http\S+)\/\n[^]*\n$/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
  const url = await Promise.race([ready, ended.then(() => undefined)]);
  if (url === undefined) throw new Error(await ended);
  return {
    url,
    announcement: said,
    ended,
    async stop() {
      child.kill("SIGTERM");
      const limit = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
      await ended;
      clearTimeout(limit);
    },
  };
}
