import { setTimeout as wait } from "node:timers/promises";
import { API, apiPath } from "../../domain/api.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { releaseText } from "../../domain/release/release.ts";
import { sha256 } from "../../functions/secrets.ts";
import { addConsultation } from "../../functions/store/consultations.ts";
import { registerRelease, releaseFile } from "../../functions/store/releases.ts";
import { servicesBeside } from "../support/beside.ts";
import type { RunningServer } from "../support/server.ts";
import { milestoneOf, sized } from "./releasing.ts";
import { median } from "./report.ts";
import { processorTime } from "./results-page.ts";

const ID = "workbook-of-100";
const [RECOMMENDATIONS, GROUPS] = [100, 60];
const LANGUAGES = ["kk", "ru", "en"];
/** A workbook says where it is from, so under another name it is another one. */
const NAMES = ["127.0.0.1", "localhost"];

async function released(server: RunningServer, base: Consultation): Promise<void> {
  const { db, files } = await servicesBeside(server);
  const definition = { ...sized(base, RECOMMENDATIONS, GROUPS), id: ID };
  await addConsultation(db, definition);
  const release = { ...milestoneOf(definition), release: 1 };
  // Those by language come on top.
  if (release.segments.length < GROUPS) throw new Error(`${release.segments.length} groups`);
  const text = releaseText(release);
  const hash = sha256(text);
  await files.write(releaseFile(ID, 1, hash), new TextEncoder().encode(text), "application/json");
  const { releasedAt } = release;
  const line = { number: 1, releasedAt, hash, turn: 1, final: false, counted: "" };
  await registerRelease(db, ID, line);
  db.client.destroy();
  const results = server.url + apiPath(API.results, ID);
  while ((await fetch(results)).status !== 200) await wait(500);
}

/**
 * How long workbooks of a large release take, in ms: the very first of a server (also in time of the processor), then each further one that has to
 * be made, and one that is there; and how long others wait at most meanwhile.
 */
export async function workbooks(server: RunningServer, base: Consultation) {
  await released(server, base);
  let bytes = 0;
  const take = async (lang: string, name = NAMES[0]!): Promise<number> => {
    const { port } = new URL(server.url);
    const address = `http://${name}:${port}${apiPath(API.resultsXlsx, ID)}?lang=${lang}`;
    const begun = performance.now();
    const answer = await fetch(address);
    bytes = (await answer.arrayBuffer()).byteLength;
    if (!answer.ok) throw new Error(`no workbook: ${answer.status}`);
    return performance.now() - begun;
  };
  const before = await processorTime(server);
  const first = await take("en");
  const after = await processorTime(server);
  const processor = before === undefined ? undefined : after! - before;
  const watch = watchOthers(server.url + apiPath(API.results, base.id));
  const times: number[] = [];
  for (const name of NAMES) {
    for (const lang of name === NAMES[0] ? ["kk", "ru"] : LANGUAGES) {
      times.push(await take(lang, name));
    }
  }
  const longest = await watch.stop();
  const again: number[] = [];
  for (let time = 0; time < 9; time++) again.push(await take("en"));
  return { first, processor, others: median(times), again: median(again), longest, bytes };
}

/** Asks for something else all the while; `stop` tells the longest wait for it, in ms. */
function watchOthers(address: string) {
  const state = { isOver: false, longest: 0 };
  const asking = (async () => {
    while (!state.isOver) {
      const begun = performance.now();
      await (await fetch(address)).arrayBuffer();
      state.longest = Math.max(state.longest, performance.now() - begun);
      await wait(5);
    }
  })();
  const stop = async () => {
    state.isOver = true;
    await asking;
    return state.longest;
  };
  return { stop };
}
