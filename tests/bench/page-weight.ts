import { gzipSync } from "node:zlib";
import { openBrowser } from "../support/browser.ts";

/** What a first visit costs. */
interface PageWeight {
  /** Over the wire, headers included, as a real browser counts it. */
  bytes: number;
  requests: number;
  /** Of these bytes, those of scripts. */
  script: number;
  /** The bodies of the same scripts, each under gzip at its best. */
  scriptGzip: number;
}

/** Weighs the first visit to a page, in a browser that has seen nothing before. */
export async function pageWeight(url: string): Promise<PageWeight> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const kinds = new Map<string, string>();
    let [bytes, script, scriptGzip] = [0, 0, 0];
    session.on("Network.responseReceived", ({ requestId, type, response }) => {
      if (!response.url.startsWith("data:")) kinds.set(requestId, type);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      if (kinds.get(requestId) === "Script") script += encodedDataLength;
    });
    await page.goto(url, { waitUntil: "networkidle" });
    for (const [requestId] of [...kinds].filter(([, kind]) => kind === "Script")) {
      const { body, base64Encoded } = await session.send("Network.getResponseBody", { requestId });
      const text = Buffer.from(body, base64Encoded ? "base64" : "utf8");
      scriptGzip += gzipSync(text, { level: 9 }).byteLength;
    }
    return { bytes, requests: kinds.size, script, scriptGzip };
  } finally {
    await browser.close();
  }
}
