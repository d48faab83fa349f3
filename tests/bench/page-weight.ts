import { gzipSync } from "node:zlib";
import { openBrowser } from "../support/browser.ts";

/** What a first visit costs. */
interface PageWeight {
  /** Over the wire, headers included, as a real browser counts it. */
  bytes: number;
  requests: number;
  /** Of these bytes, those of scripts; of one that stands in the page, those that it has under gzip at its best. */
  script: number;
}

/** Weighs the first visit to a page, in a browser that has seen nothing before. */
export async function pageWeight(url: string): Promise<PageWeight> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const kinds = new Map<string, string>();
    let [bytes, script] = [0, 0];
    session.on("Network.responseReceived", ({ requestId, type, response }) => {
      if (!response.url.startsWith("data:")) kinds.set(requestId, type);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      if (kinds.get(requestId) === "Script") script += encodedDataLength;
    });
    await page.goto(url, { waitUntil: "networkidle" });
    const within = await page.locator("script[type=module]:not([src])").allTextContents();
    for (const text of within) script += gzipSync(text, { level: 9 }).byteLength;
    return { bytes, requests: kinds.size, script };
  } finally {
    await browser.close();
  }
}
