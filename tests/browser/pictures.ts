import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Release } from "../../domain/release/schema.ts";
import { openBrowser } from "../support/browser.ts";
import { runCommand, startServer } from "../support/server.ts";

// npm run pictures: makes the picture of the README from simulated ballots.
const ID = "kazakhstan-2019";
const file = join(resolve(import.meta.dirname, "../.."), "docs/results.png");

const server = await startServer();
const browser = await openBrowser();
try {
  await runCommand(server.folder, "simulate", [
    "--ballots",
    "500",
    "--experts",
    "24",
    "--seed",
    "1",
  ]);
  const newest = async () => {
    const answer = await fetch(`${server.url}/api/consultations/${ID}/results`);
    return answer.ok ? ((await answer.json()) as Release) : undefined;
  };
  while (((await newest())?.ballots.expert ?? null) === null) await wait(1_000);
  const page = await browser.newPage({ viewport: { width: 1200, height: 2000 } });
  await page.goto(`${server.url}/c/${ID}/results?lang=en`, { waitUntil: "networkidle" });
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await server.stop();
}
