import { join, resolve } from "node:path";
import { openBrowser } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { simulated } from "../support/simulated.ts";

// npm run pictures: makes the picture of the README from simulated ballots.
const ID = "kazakhstan-2019";
const file = join(resolve(import.meta.dirname, "../.."), "docs/results.png");

const server = await startServer();
const browser = await openBrowser();
try {
  await simulated(server, ID, { ballots: 500, experts: 24, seed: 1 });
  const page = await browser.newPage({ viewport: { width: 1200, height: 2000 } });
  await page.goto(`${server.url}/c/${ID}/results?lang=en`, { waitUntil: "networkidle" });
  await page.screenshot({ path: file });
} finally {
  await browser.close();
  await server.stop();
}
