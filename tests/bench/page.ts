import type { Browser } from "playwright-core";
import kazakhstan from "../../consultations/kazakhstan-2019.json" with { type: "json" };
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Language } from "../support/languages.ts";
import { LANGUAGES } from "./languages.ts";
import { openBrowser } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { editing } from "./editing.ts";
import { ballotRequests } from "./page-ballot.ts";
import { type Conditions, loadPage, type PageLoad } from "./page-load.ts";
import { pageWeight } from "./page-weight.ts";
import { count, median, report, say } from "./report.ts";

// What the rate page costs whoever opens it: bytes, time on a slow line and an old phone, requests.
// Exits 1 when a target is missed. The latency is that of each answer; the browser emulates neither
// the opening of a connection nor TLS.
const PHONE: Conditions = {
  name: "1.6 Mbit/s, 150 ms, processor ÷ 4",
  down: 1.6e6,
  up: 0.75e6,
  latency: 150,
  slower: 4,
};
const VILLAGE: Conditions = {
  name: "50 kB/s, 800 ms, processor ÷ 4",
  down: 50_000 * 8,
  up: 50_000 * 8,
  latency: 800,
  slower: 4,
};
const LOADS = { [PHONE.name]: 7, [VILLAGE.name]: 3 };

const definition = kazakhstan as Consultation;
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
const milliseconds = (ms: number) => `${count(ms)} ms`;

async function weigh(url: string, language: Language): Promise<void> {
  const { bytes, requests, script } = await pageWeight(url);
  const visit = `rate page (${language}), first visit`;
  report(`${visit}, over the wire`, `${count(bytes)} bytes`, "39,000", bytes <= 39_000);
  report(`${visit}, requests`, `${requests}`, "1", requests <= 1);
  report(`${visit}, its script`, `${count(script)} bytes`, "14,000", script <= 14_000);
}

/** Loads of every language in turn, each beside one of a page that holds nearly nothing. */
async function loads(browser: Browser, url: string, conditions: Conditions) {
  const taken = new Map<Language, { load: PageLoad; bare: PageLoad }[]>();
  for (let round = 0; round < LOADS[conditions.name]!; round++) {
    for (const language of LANGUAGES) {
      const page = `${url}/c/${definition.id}?lang=${language}`;
      const load = await loadPage(browser, page, conditions, { form: true });
      const home = `${url}/?lang=${language}`;
      const bare = await loadPage(browser, home, conditions, { form: false });
      taken.set(language, [...(taken.get(language) ?? []), { load, bare }]);
    }
  }
  return taken;
}

/** The time until the page can be used, and what stands beside it. */
function reportUsable(
  { name }: Conditions,
  language: Language,
  target: number,
  all: { load: PageLoad; bare: PageLoad }[],
): void {
  const times = all.map(({ load }) => load.usable);
  const usable = median(times);
  const figure = `${seconds(usable)} (${times.map(seconds).join(", ")})`;
  const met = usable <= target;
  report(`rate page (${language}), ${name}: usable, median`, figure, seconds(target), met);
  const painted = median(all.map(({ load }) => load.painted));
  const ratio = median(all.map(({ load, bare }) => load.usable / bare.loaded));
  say(
    `first choice painted: ${seconds(painted)}; usable ÷ load of the home page: ${ratio.toFixed(2)}`,
  );
}

const server = await startServer();
const browser = await openBrowser();
try {
  for (const language of LANGUAGES) {
    const url = `${server.url}/c/${definition.id}?lang=${language}`;
    await weigh(url, language);
    // Two, as the server's own first answer is slower.
    await loadPage(browser, url, undefined, { form: true });
    const free = await loadPage(browser, url, undefined, { form: true });
    say(`with neither line nor processor slowed: usable after ${milliseconds(free.usable)}`);
  }
  for (const [language, all] of await loads(browser, server.url, PHONE)) {
    reportUsable(PHONE, language, 600, all);
    const blocked = all.map(({ load }) => load.blocked);
    const [longest] = all
      .map(({ load }) => load.longest)
      .toSorted((a, b) => b.duration - a.duration);
    report(
      `rate page (${language}), ${PHONE.name}: total blocking time, median`,
      `${milliseconds(median(blocked))} (${blocked.map(count).join(", ")})`,
      "under 50 ms",
      median(blocked) < 50,
    );
    say(
      `longest task of all loads: ${milliseconds(longest!.duration)}, begun after ${seconds(longest!.start)}`,
    );
  }
  await editing(browser, server);
  for (const [language, all] of await loads(browser, server.url, VILLAGE)) {
    reportUsable(VILLAGE, language, 5_000, all);
  }
  for (const language of LANGUAGES) {
    const url = `${server.url}/c/${definition.id}?lang=${language}`;
    const { before, put, get, other } = await ballotRequests(browser, url, definition, language);
    const ballot = `a whole ballot (${language}), ${definition.recommendations.length} answers`;
    report(`${ballot}, requests while answering`, `${before}`, "0", before === 0);
    report(
      `${ballot}, requests that send`,
      `${put} PUT, ${other} other`,
      "1, 0",
      put === 1 && other === 0,
    );
    say(`reading back: ${get} GET`);
  }
} finally {
  await browser.close();
  await server.stop();
}
