import { setTimeout as wait } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { watchLoad } from "./page-watch.ts";

/** A line and a processor to load a page with. */
export interface Conditions {
  name: string;
  /** Bits a second in each direction, and milliseconds there and back. */
  down: number;
  up: number;
  latency: number;
  /** How many times slower than this machine's the processor is. */
  slower: number;
}

/** How one load went, in milliseconds since the navigation began. */
export interface PageLoad {
  painted: number;
  usable: number;
  /** The page's load event. */
  loaded: number;
  /** What is over 50 ms in every task, together. */
  blocked: number;
  /** The longest task, and when it began. */
  longest: { start: number; duration: number };
}

const PHONE = { width: 360, height: 740 };
const PATIENCE = 60_000;
/** Tasks are watched for so long after the load. */
const AFTERWARDS = 3_000;
const UNHURRIED = 50;

/** Loads a page with a cold cache on a device of its own; without conditions, as fast as it goes. */
export async function loadPage(
  browser: Browser,
  url: string,
  conditions: Conditions | undefined,
  { form }: { form: boolean },
): Promise<PageLoad> {
  // Emulated touch comes with a movement of the mouse, which no phone has: the page would be laid out for it
  // once before its style is there.
  const context = await browser.newContext({ viewport: PHONE, isMobile: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    if (conditions !== undefined) {
      await session.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: conditions.latency,
        downloadThroughput: conditions.down / 8,
        uploadThroughput: conditions.up / 8,
      });
      await session.send("Emulation.setCPUThrottlingRate", { rate: conditions.slower });
    }
    await page.addInitScript(watchLoad);
    await page.goto(url, { waitUntil: "load", timeout: PATIENCE });
    const until = Date.now() + PATIENCE;
    for (;;) {
      // Without a word to the page meanwhile: to be asked anything is a task for it as well.
      if (form) await wait(AFTERWARDS);
      const load = await page.evaluate(readLoad);
      if (!form || load.usable !== undefined) return told(load);
      if (Date.now() > until) throw new Error(`the form never became usable: ${url}`);
    }
  } finally {
    await context.close();
  }
}

const readLoad = () => ({
  ...window.watched,
  loaded: performance.getEntriesByType("navigation")[0]!.toJSON().loadEventEnd as number,
});

function told(load: ReturnType<typeof readLoad>): PageLoad {
  const { painted = NaN, usable = NaN, loaded } = load;
  const tasks = load.longTasks.filter(({ start }) => start < loaded + AFTERWARDS);
  const [longest = { start: 0, duration: 0 }] = tasks.toSorted((a, b) => b.duration - a.duration);
  return {
    painted,
    usable,
    loaded,
    blocked: tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - UNHURRIED), 0),
    longest,
  };
}
