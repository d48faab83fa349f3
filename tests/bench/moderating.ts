import { BatchWriteItemCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { withWriter } from "../../domain/remark/moderated.ts";
import { readTextName } from "../../domain/remark/same-text.ts";
import { nameOfText, textWrites } from "../../functions/store/texts.ts";
import { itemsOf } from "../../functions/store/write.ts";
import { servicesBeside } from "../support/beside.ts";
import type { RunningServer } from "../support/server.ts";
import { signedIn } from "../support/signed-in.ts";
import { count, median, report, say } from "./report.ts";

// How long the queue of moderation takes to open, however long it is.
const TEXTS = 10_000;
const ROUNDS = 20;
/** Items of one request to the database. */
const AT_ONCE = 25;

/** Puts so many texts of usual length beside the running server; the cookie of a moderator. */
async function longQueue(server: RunningServer, id: string, codes: readonly string[]) {
  const services = await servicesBeside(server);
  const { db } = services;
  const sentence = "Без дорог и врачей ничего из этого не будет, и люди уедут. ";
  const changes = Array.from({ length: TEXTS }, (_, place) => {
    const said = {
      code: codes[place % codes.length]!,
      language: ["ru", "kk", "en"][place % 3]!,
      text: `${place}: ${sentence.repeat(1 + (place % 5))}`,
    };
    const { hash } = readTextName(nameOfText(id, said))!;
    const after = withWriter({ ...said, hash }, undefined, { panel: "public", publish: true });
    return { before: undefined, after };
  });
  const writes = textWrites(db, id, changes).flatMap(itemsOf);
  const items = writes.flatMap(({ Put }) => (Put?.Item === undefined ? [] : [Put.Item]));
  const batches = Array.from({ length: items.length / AT_ONCE }, (_, batch) =>
    items.slice(batch * AT_ONCE, (batch + 1) * AT_ONCE),
  );
  await eachOf(batches, (batch) => {
    const requests = batch.map((Item) => ({ PutRequest: { Item } }));
    return db.client.send(
      new BatchWriteItemCommand({ RequestItems: { [db.tables.main]: requests } }),
    );
  });
  for (const { Update } of writes) {
    if (Update !== undefined) await db.client.send(new UpdateItemCommand(Update));
  }
  const { cookie } = await signedIn(services, "Bench", { [id]: "moderator" }, server.url);
  db.client.destroy();
  return cookie;
}

/** Does something with each, two at a time. */
async function eachOf<One>(all: readonly One[], act: (one: One) => Promise<unknown>) {
  const left = all.values();
  const worker = async () => {
    for (const one of left) await act(one);
  };
  await Promise.all(Array.from({ length: 2 }, worker));
}

/** Opens the queue, as it comes and narrowed, over HTTP and with everything that the page is made of. */
export async function moderating(
  server: RunningServer,
  id: string,
  codes: readonly string[],
): Promise<void> {
  const cookie = await longQueue(server, id, codes);
  const address = server.url + organisePath(ORGANISE.moderation, { id, lang: "en" });
  for (const [what, query] of [
    ["the queue", ""],
    ["the queue in one language", "&language=kk"],
    ["the queue of one recommendation", `&code=${codes.at(-1)}`],
  ] as const) {
    const times: number[] = [];
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now();
      const answer = await fetch(address + query, { headers: { Cookie: cookie } });
      bytes = (await answer.text()).length;
      times.push(performance.now() - begun);
      if (!answer.ok) throw new Error(`the queue answers ${answer.status}`);
    }
    report(
      `${what}, ${count(TEXTS)} texts: median of ${ROUNDS}`,
      `${count(median(times))} ms`,
      "300 ms",
      median(times) < 300,
    );
    say(`longest ${count(Math.max(...times))} ms; ${count(bytes)} characters`);
  }
}
