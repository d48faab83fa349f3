import { readFileSync } from "node:fs";
import type { RunningServer } from "../support/server.ts";

/**
 * What share of the machine's processors is taken by whatever is neither this process, nor the server, nor its
 * database (0 to 1), since a call until the returned function is called; `undefined` where the system does not tell,
 * as only Linux does. Times are in the system's ticks, of which only the quotient is used (proc(5)).
 */
export function othersSince(server: RunningServer): () => number | undefined {
  const before = ticks(server);
  return () => {
    const after = ticks(server);
    if (before === undefined || after === undefined) return undefined;
    return Math.max(0, after.others - before.others) / (after.all - before.all);
  };
}

function ticks({ process: { pid }, instance }: RunningServer) {
  const ours = ["self", pid, instance.own?.databasePid].filter((one) => one !== undefined);
  try {
    // User, nice, system, idle, waiting for disks, interrupts of two kinds, stolen.
    const times = /^cpu +(.*)$/m.exec(readFileSync("/proc/stat", "utf8"))![1]!.split(" ");
    const [user, nice, system, ...rest] = times.slice(0, 8).map(Number) as [number, number, number];
    const busy = user + nice + system;
    const all = busy + rest.reduce((sum, one) => sum + one, 0);
    return { all, others: ours.reduce<number>((left, one) => left - ticksOf(one), busy) };
  } catch {
    return undefined;
  }
}

/** Time that a process took, in itself and in the system. Its name, in brackets, may hold anything. */
function ticksOf(pid: number | string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return Number(fields[11]) + Number(fields[12]);
}
