/** Java on this machine: whether it is there, and ending a process of it that was left behind. */
import { execFile } from "node:child_process";
import { readFile, realpath } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

const OLDEST = 17;

/**
 * Whether the `java` on the PATH can run DynamoDB Local (17 or newer). The message is one line that
 * says what is missing and what to install.
 */
export async function findJava(): Promise<{ ok: true } | { ok: false; message: string }> {
  const found = javaVersion(await askJava());
  if (found !== undefined && found >= OLDEST) return { ok: true };
  return {
    ok: false,
    message:
      `Kenes needs Java ${OLDEST} or newer on the PATH and found ${found === undefined ? "none" : `only Java ${found}`}: ` +
      "install it with `sudo apt-get install openjdk-17-jre-headless` (Debian), " +
      "`brew install openjdk` (macOS) or `winget install EclipseAdoptium.Temurin.21.JRE` (Windows).",
  };
}

/** The major version in what `java -version` prints: "1.8.0_412" is 8, "17.0.15" is 17, "21" is 21. */
export function javaVersion(printed: string): number | undefined {
  const match = /version "(\d+)(?:\.(\d+))?/.exec(printed);
  const major = match?.[1] === "1" ? match[2] : match?.[1];
  return major === undefined ? undefined : Number(major);
}

/** Nothing printed means no usable Java; macOS ships a `java` that only prints an advertisement. */
function askJava(): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      "java",
      ["-version"],
      { timeout: 20_000, windowsHide: true },
      (_error, stdout, stderr) => resolve(`${stderr}\n${stdout}`),
    );
  });
}

/** Ends a process, and returns when it no longer runs: from then on its port and files are free. */
export async function endProcess(pid: number): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    for (let left = 100; left > 0; left--) {
      if (!(await isAlive(pid))) return;
      if (left === 100) process.kill(pid, signal);
      await sleep(50);
    }
  }
  throw new Error(`The database process ${pid} could not be ended; end it by hand.`);
}

/** Whether a process runs. One that has ended and was not yet collected by its parent does not. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return !/\) [ZX] /.test(stat);
}

/**
 * Whether a process is a DynamoDB Local on the files of that folder, as far as the system tells what it was started
 * with (Linux). A folder that it names and that is not there may have been moved since: then it is taken to be this one.
 */
export async function isDatabaseOn(pid: number, files: string): Promise<boolean> {
  const words = (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).split("\0");
  const path = words[words.indexOf("-dbPath") + 1];
  if (!words.some((word) => word.endsWith("DynamoDBLocal.jar")) || !words.includes("-dbPath")) {
    return false;
  }
  const [its, ours] = await Promise.all(
    [path!, files].map((one) => realpath(one).catch(() => undefined)),
  );
  return its === undefined || its === ours;
}
