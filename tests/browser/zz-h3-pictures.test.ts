import { readFile, writeFile, mkdir } from "node:fs/promises";
import { afterAll, beforeAll, test } from "vitest";
import type { Browser } from "playwright-core";
import { readAssets } from "../../functions/http/assets.ts";
import { openBrowser } from "../support/browser.ts";
import { built } from "../support/built.ts";
import { asked, briefingOf, ledgerEmbedOf, ledgerPageOf, letterOf, ratedRelease, viewOfLedger } from "../web/ledger/given.ts";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { LedgerFile } from "../../web/ledger/ledger-file.tsx";

let browser: Browser; let css = "";
beforeAll(async () => {
  const assets = await readAssets(await built("client/manifest.json"));
  css = (await Promise.all([assets.style, assets.ledgerStyle].map(async (f) => readFile(await built(`client${f}`), "utf8")))).join("\n");
  browser = await openBrowser();
  await mkdir("/tmp/h3/shots", { recursive: true });
});
afterAll(() => browser.close());
const whole = (html: string) => html.replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${css}</style>`).replace(/<link rel="stylesheet"[^>]*>/, "");
const ONLY = process.env["ONLY"] ?? "";
test("shots", async () => {
  const definition = asked(); const release = ratedRelease(definition);
  for (const [language, width, scheme] of [["en",360,"light"],["en",1280,"light"],["ru",360,"dark"],["kk",360,"light"],["kk",1280,"dark"],["ru",1280,"light"]] as const) {
    const view = viewOfLedger({ language, definition, release });
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
    for (const [name, html] of [["ledger", ledgerPageOf(view)], ["before", ledgerPageOf(viewOfLedger({ language, definition }))], ["embed", ledgerEmbedOf(view)], ["letter", letterOf(view, "K")], ["briefing", briefingOf(view, "K")]] as const) {
      if (ONLY && !ONLY.split(",").includes(name)) continue;
      await page.setContent(whole(html));
      await page.screenshot({ path: `/tmp/h3/shots/${name}-${language}-${width}-${scheme}.png`, fullPage: true });
    }
    await page.close();
  }
  const page = await browser.newPage();
  for (const language of ["en", "ru", "kk"]) for (const a of ["K", "W"]) {
    const view = viewOfLedger({ language, definition, release });
    for (const [name, html] of [["letter", letterOf(view, a)], ["briefing", briefingOf(view, a)]] as const) {
      await page.setContent(whole(html));
      await page.emulateMedia({ media: "print" }); await page.setViewportSize({ width: 643, height: 971 });
      await page.screenshot({ path: `/tmp/h3/shots/paper-${name}-${language}-${a}.png`, fullPage: true });
      await page.emulateMedia({ media: null });
      const pdf = await page.pdf({ preferCSSPageSize: true }); const { printedPages } = await import("./printed.ts");
      console.log(name, language, a, printedPages(pdf).map(p => `${p.width}x${p.height}`).join(" "));
    }
  }
  const view = viewOfLedger({ definition, release });
  await page.setContent(whole(ledgerPageOf(view)));
  await writeFile(`/tmp/h3/shots/ledger-en.pdf`, await page.pdf({ preferCSSPageSize: true }));
  await writeFile("/tmp/h3/shots/file.svg", renderToString(h(LedgerFile, { view, newest: view.newest! })));
  const big = asked(100); const r = ratedRelease(big);
  await page.setViewportSize({ width: 360, height: 900 });
  await page.setContent(whole(ledgerPageOf(viewOfLedger({ definition: big, release: r }))));
  await page.screenshot({ path: `/tmp/h3/shots/big-360.png`, fullPage: true });
}, 300000);
