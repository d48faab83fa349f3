/**
 * Where this process alone reaches the database: DynamoDB Local listens on every address and has no switch against it,
 * so it runs in a network namespace that has no address but its own loopback (Linux; decision 048).
 */
import { execFile } from "node:child_process";

/** Gives the namespace its loopback and becomes what follows, under the same process id. */
const INSIDE = 'ip link set lo up && exec "$0" "$@"';

/** Root needs no user namespace, in which the files of other users would not be its own any more. */
const WAYS = process.getuid?.() === 0 ? [["-n"], ["-rn"]] : [["-rn"]];

/** The words before a program and its arguments that run it secluded; `undefined` where this user may not. */
export async function seclusion(): Promise<readonly string[] | undefined> {
  if (process.platform !== "linux") return undefined;
  for (const way of WAYS) {
    const words = ["unshare", ...way, "sh", "-c", INSIDE];
    if (await succeeds([...words, "true"])) return words;
  }
  return undefined;
}

const succeeds = ([program = "", ...words]: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    execFile(program, words, { timeout: 5_000 }, (failure) => resolve(failure === null));
  });
