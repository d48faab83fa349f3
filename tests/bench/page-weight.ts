import { openBrowser } from "../support/browser.ts";

/** What a first visit costs over the wire, headers included, as a real browser counts it. */
export async function pageWeight(
  url: string,
): Promise<{ bytes: number; requests: number; script: number }> {
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
    return { bytes, requests: kinds.size, script };
  } finally {
    await browser.close();
  }
}
