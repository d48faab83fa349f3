import { setTimeout as wait } from "node:timers/promises";
import kazakhstan from "../../consultations/kazakhstan-2019.json" with { type: "json" };
import type { Consultation } from "../../domain/consultation/definition.ts";
import { startServer } from "../support/server.ts";
import { setWorkThere } from "../support/work-mode.ts";
import { folding } from "./folding.ts";
import { ledgers } from "./ledger.ts";
import { inviting } from "./invitations.ts";
import { moderating } from "./moderating.ts";
import { pageWeight } from "./page-weight.ts";
import { releasing } from "./releasing.ts";
import { count, median, report, say } from "./report.ts";
import { resultPages } from "./results-page.ts";
import { workbooks } from "./workbook.ts";
import { bareWrites, httpWrites, manyAtOnce } from "./writing.ts";

// Prints every figure with its target, and exits 1 when one is missed. Speeds are compared within
// this one run: the same machine, the same minute, the same database.
const ROUNDS = 5;
const SECONDS = 8;
const WARM_UP = 25;

const definition = kazakhstan as Consultation;

const { bare, whole, hashes } = folding();
report("packed ballots folded a second, one thread", count(bare), "10,000,000", bare >= 1e7);
say(`whole ballots with the set hash: ${count(whole)} a second`);
say(`SHA-256 of as many texts, ready made: ${count(hashes)} a second`);
const share = whole / hashes;
report("folding with the set hash ÷ SHA-256 alone", share.toFixed(2), "0.25", share >= 0.25);

const made = releasing(definition);
for (const [what, small, large] of [
  ["a release (18 recommendations, two panels)", made.small, made.large],
  ["a milestone with 40 groups", made.smallMilestone, made.largeMilestone],
] as const) {
  report(
    `making ${what} of 10³ and of 10⁷ ballots, median`,
    `${small.toFixed(1)} ms and ${large.toFixed(1)} ms`,
    "50 ms",
    Math.max(small, large) < 50,
  );
  report("10⁷ ÷ 10³ ballots", (large / small).toFixed(2), "under 1.5", large / small < 1.5);
}
report(
  "release without segments, gzip",
  `${count(made.jsonBytes)} bytes`,
  "8,000",
  made.jsonBytes <= 8_000,
);

const server = await startServer();
try {
  const [direct, http]: [number[], number[]] = [[], []];
  const measure = async (into: number[]) => {
    const write = into === http ? httpWrites : bareWrites;
    into.push(await write(server, definition, SECONDS));
  };
  // All of it comes from one machine; what counts and judges a ballot counts and judges these as well.
  await setWorkThere(server, definition.id, "off");
  // The database grows faster while it warms up: that is waited for, and then each goes first in turn.
  await httpWrites(server, definition, WARM_UP);
  for (let round = 0; round < ROUNDS; round++) {
    await measure(round % 2 === 0 ? direct : http);
    await measure(round % 2 === 0 ? http : direct);
  }
  const ratios = http.map((value, round) => value / direct[round]!);
  const ratio = median(ratios);
  say(`bare conditional PutItems: ${direct.map(count).join(", ")} a second`);
  say(`ballots through HTTP, 32 connections: ${http.map(count).join(", ")} a second`);
  const rounds = ratios.map((one) => one.toFixed(2)).join(", ");
  report(
    "ballots through HTTP ÷ bare PutItems, median of rounds",
    `${ratio.toFixed(2)} (${rounds})`,
    "0.9",
    ratio >= 0.9,
  );

  const { saved, whole: readBack } = await manyAtOnce(server, definition);
  report(
    "of 256 at once saved / read back whole",
    `${saved} / ${readBack}`,
    "256 / 256",
    saved === 256 && readBack === 256,
  );

  const invited = await inviting(server, definition.id);
  report(
    "10,000 invitations made and downloaded",
    `${(invited.ms / 1000).toFixed(1)} s, ${count(invited.codes)} codes in ${invited.pieces} pieces`,
    "10 s",
    invited.ms < 10_000 && invited.codes === 10_000,
  );

  await moderating(
    server,
    definition.id,
    definition.recommendations.map(({ code }) => code),
  );

  const results = `${server.url}/api/consultations/${definition.id}/results`;
  while ((await fetch(results)).status !== 200) await wait(500);
  const { made: cold, pages, texts } = await resultPages(server, definition.id);
  report("results read a second", count(texts), "5,000", texts >= 5_000);
  report("results pages a second from memory, brotli", count(pages), "5,000", pages >= 5_000);
  report(
    "results pages ÷ results as JSON",
    (pages / texts).toFixed(2),
    "0.8",
    pages / texts >= 0.8,
  );
  if (cold === undefined) say("a results page made anew: this system does not tell what it costs");
  else report("a results page made anew, processor", `${cold.toFixed(1)} ms`, "25 ms", cold <= 25);

  const ledger = await ledgers(server, definition);
  if (ledger.made === undefined) say("a ledger made: this system does not tell what it costs");
  else {
    report(
      "a year’s ledger of 100 recommendations and 500 answers made, processor",
      `${ledger.made.toFixed(1)} ms`,
      "100 ms",
      ledger.made <= 100,
    );
  }
  for (const [of, bytes] of [
    ["18 recommendations", ledger.small],
    ["100 recommendations", ledger.large],
  ] as const) {
    report(
      `the ledger of ${of}, first visit, gzip, heaviest language`,
      `${count(bytes)} bytes`,
      "40,000",
      bytes <= 40_000,
    );
  }

  const books = await workbooks(server, definition);
  report(
    "a workbook of 100 recommendations and 60 groups, the first that a server makes, of the others the median",
    `${count(books.first)} ms and ${count(books.others)} ms, ${count(books.bytes)} bytes`,
    "2,000 ms",
    Math.max(books.first, books.others) < 2_000,
  );
  if (books.processor !== undefined) {
    say(`the first in time of the processor: ${count(books.processor)} ms`);
  }
  report("the same again", `${books.again.toFixed(1)} ms`, "100 ms", books.again < 100);
  say(`meanwhile the longest wait for results as JSON: ${count(books.longest)} ms`);

  for (const language of ["en", "ru", "kk"]) {
    const weight = await pageWeight(`${server.url}/c/${definition.id}?lang=${language}`);
    const figure = `${weight.bytes} bytes, ${weight.requests} requests, script ${weight.script} bytes`;
    const met = weight.bytes <= 60_000 && weight.requests <= 3 && weight.script <= 20_000;
    report(`rate page (${language}), first visit`, figure, "60,000, 3, 20,000", met);
    const shown = await pageWeight(`${server.url}/c/${definition.id}/results?lang=${language}`);
    report(
      `results page (${language}), first visit`,
      `${shown.bytes} bytes, ${shown.requests} requests, script ${shown.script} bytes`,
      "30,000, 3, 2,000",
      shown.bytes <= 30_000 && shown.requests <= 3 && shown.script <= 2_000,
    );
    const one = await pageWeight(`${server.url}/c/${definition.id}/r/K3?lang=${language}`);
    report(
      `page of a recommendation (${language}), first visit`,
      `${one.bytes} bytes, ${one.requests} requests`,
      "30,000, 3",
      one.bytes <= 30_000 && one.requests <= 3,
    );
  }
} finally {
  await server.stop();
}
