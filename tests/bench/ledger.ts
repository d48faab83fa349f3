import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { LEDGER, pathOf } from "../../domain/paths.ts";
import { releaseText } from "../../domain/release/release.ts";
import { RESPONSE_STATUSES } from "../../domain/response/status.ts";
import { sha256 } from "../../functions/secrets.ts";
import { addConsultation } from "../../functions/store/consultations.ts";
import { registerRelease, releaseFile } from "../../functions/store/releases.ts";
import { responsePut } from "../../functions/store/responses.ts";
import { writeAll } from "../../functions/store/write-all.ts";
import { servicesBeside } from "../support/beside.ts";
import type { RunningServer } from "../support/server.ts";
import { releaseOf, sized } from "./releasing.ts";
import { processorTime } from "./results-page.ts";

const ID = "ledger-of-100";
const [RECOMMENDATIONS, ANSWERS] = [100, 500];
const DAY = 24 * 60 * 60_000;
/** Of transactions: at most so many writes are in one. */
const AT_ONCE = 100;

const LANGUAGES = ["en", "ru", "kk"];
const ORDERS = ["both", "public", "expert"];

/** A consultation of a hundred recommendations whose first release is a year old, with five answers to each. */
async function yearOld(server: RunningServer, base: Consultation): Promise<void> {
  const { db, files } = await servicesBeside(server);
  const definition = { ...sized(base, RECOMMENDATIONS, 40), id: ID };
  await addConsultation(db, definition);
  const begun = Date.now() - 365 * DAY;
  const dayAfter = (days: number) => new Date(begun + days * DAY).toISOString().slice(0, 10);
  const releasedAt = new Date(begun).toISOString();
  const text = releaseText({ ...releaseOf(definition), release: 1, releasedAt });
  const hash = sha256(text);
  const bytes = new TextEncoder().encode(text);
  await files.write(releaseFile(ID, 1, hash), bytes, "application/json");
  const line = { number: 1, releasedAt, hash, turn: 1, final: false, counted: "" };
  await registerRelease(db, ID, line);
  const writes = Array.from({ length: ANSWERS }, (_, place) => {
    const day = dayAfter((place * 7) % 360);
    return responsePut(db, ID, {
      kind: "answer",
      number: place + 1,
      at: `${day}T09:00:00Z`,
      by: place % 2 === 0 ? "addressee" : "organiser",
      recommendation: definition.recommendations[place % RECOMMENDATIONS]!.code,
      addressee: "K",
      status: RESPONSE_STATUSES[(place * 3) % RESPONSE_STATUSES.length]!,
      day,
      statement: { en: "We have read this recommendation. ".repeat(20) },
      original: "en",
      evidence: [],
      ...(place % 2 === 1 && { source: { title: `Official gazette, ${day}` } }),
      ...(place % 3 === 0 && { promised: dayAfter((place * 7) % 360) }),
    });
  });
  for (let from = 0; from < ANSWERS; from += AT_ONCE) {
    await writeAll(db, writes.slice(from, from + AT_ONCE));
  }
  db.client.destroy();
  const { url } = server;
  while ((await fetch(url + pathOf(LEDGER, { id: ID }))).status !== 200) await wait(500);
}

/**
 * What the ledger of a year costs: the processor's time of a page that has to be made, in ms, its compressing
 * included; and how heavy its first visit is, beside that of the shipped consultation.
 */
export async function ledgers(server: RunningServer, base: Consultation) {
  await yearOld(server, base);
  const page = server.url + pathOf(LEDGER, { id: ID });
  const variants = LANGUAGES.flatMap((lang) =>
    ORDERS.flatMap((by) =>
      [undefined, "accepted", "rejected"].map(
        (status) => `${page}?${new URLSearchParams({ by, lang, ...(status && { status }) })}`,
      ),
    ),
  );
  const ask = async (address: string) => {
    const answer = await fetch(address, { headers: { "accept-encoding": "gzip" } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`no ledger: ${answer.status}`);
  };
  // The whole ones are counted: the others are the first pages, with which the program itself grows faster.
  const [warming, counted] = [
    variants.filter((one) => one.includes("status")),
    variants.filter((one) => !one.includes("status")),
  ];
  for (const one of warming) await ask(one);
  const before = await processorTime(server);
  for (const one of counted) await ask(one);
  const after = await processorTime(server);
  const shipped = server.url + pathOf(LEDGER, { id: base.id });
  return {
    made: before === undefined ? undefined : (after! - before) / counted.length,
    small: await heaviest(shipped),
    large: await heaviest(page),
  };
}

/** The heaviest of a page's languages: document, style sheets and scripts, each under gzip as a server has it. */
async function heaviest(page: string): Promise<number> {
  const all = await Promise.all(LANGUAGES.map((lang) => weight(`${page}?lang=${lang}`)));
  return Math.max(...all);
}

async function weight(address: string): Promise<number> {
  const html = await (await fetch(address)).text();
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
  const texts = await Promise.all(
    files.map(async (path) => (await fetch(new URL(path, address))).text()),
  );
  return [html, ...texts].reduce((sum, text) => sum + gzipSync(text).byteLength, 0);
}
