import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import autocannon from "autocannon";
import { pathOf, RESULTS } from "../../domain/paths.ts";
import type { RunningServer } from "../support/server.ts";
import { readResults } from "./writing.ts";

const CONNECTIONS = 32;
const SECONDS = 5;

/** What is asked for, each of them a page that nobody has asked for before. */
const SORTS = ["public", "expert", "gap", "disagreement", "first", "catalogue"];
const LANGUAGES = ["en", "ru", "kk"];

/**
 * What results pages cost: the processor's time for one that has to be made, in ms; how many a second
 * come from memory, compressed; and how many texts of the release do, in the same minute.
 */
export async function resultPages(server: RunningServer, consultation: string) {
  const path = pathOf(RESULTS, { id: consultation });
  const url = `${server.url}${path}`;
  const headers = { "accept-encoding": "br" };
  const ask = async (address: string) => {
    const answer = await fetch(address, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`no results page: ${answer.status}`);
  };
  const variants = LANGUAGES.flatMap((lang) =>
    SORTS.flatMap((sort) =>
      ["all", "addressee"].map((by) => `${url}?${new URLSearchParams({ sort, by, lang })}`),
    ),
  );
  await idle(server);
  // The program itself grows faster with its first pages: those are asked for before it counts.
  const [warming, counted] = [variants.slice(0, 12), variants.slice(12)];
  for (const one of warming) await ask(one);
  const before = await processorTime(server);
  for (const one of counted) await ask(one);
  const after = await processorTime(server);
  const made = before === undefined ? undefined : (after! - before) / counted.length;
  const result = await autocannon({
    url: `${url}?lang=kk`,
    headers,
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  if (result.non2xx + result.errors > 0) throw new Error("results pages were not served");
  const pages = result["2xx"] / result.duration;
  return { made, pages, texts: await readResults(server, consultation, SECONDS) };
}

/** Ends when a server has little else to do: what was written before is counted first. */
async function idle(server: RunningServer): Promise<void> {
  for (;;) {
    const before = await processorTime(server);
    await wait(1_000);
    const after = await processorTime(server);
    if (before === undefined || after! - before < 100) return;
  }
}

/** Milliseconds that the processor has spent on a server; `undefined` where the system does not tell so. */
export async function processorTime({ process }: RunningServer): Promise<number | undefined> {
  const stat = await readFile(`/proc/${process.pid}/stat`, "utf8").catch(() => undefined);
  if (stat === undefined) return undefined;
  // After the name, which may have any sign in it: user and system time in hundredths of a second.
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(")") + 1).split(" ");
  return 10 * (Number(user) + Number(system));
}
