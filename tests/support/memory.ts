import { readFile } from "node:fs/promises";
import type { RunningServer } from "./server.ts";

/** Memory that a server holds, in MB; `undefined` where the system does not tell, or the server has ended. */
export async function memoryOf({
  process,
}: Pick<RunningServer, "process">): Promise<number | undefined> {
  const status = await readFile(`/proc/${process.pid}/status`, "utf8").catch(() => "");
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
