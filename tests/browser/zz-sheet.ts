import { readdirSync, readFileSync } from "node:fs";
import { openBrowser } from "/work/w-h6/tests/support/browser.ts";
const [pattern, out, per = "12", cols = "4", width = "460", height = "620"] = process.argv.slice(2);
const files = readdirSync("/tmp/h6").filter(
  (f) => f.endsWith(".png") && new RegExp(pattern!).test(f) && !f.startsWith("sheet"),
);
const browser = await openBrowser();
const page = await browser.newPage({
  viewport: { width: Number(cols) * (Number(width) + 10), height: 800 },
});
for (let at = 0, n = 0; at < files.length; at += Number(per), n++) {
  const html = files
    .slice(at, at + Number(per))
    .map(
      (f) =>
        `<div style="float:left;width:${width}px;height:${Number(height) + 20}px;margin:4px;overflow:hidden;font:12px sans-serif">${f}<div style="height:${height}px;overflow:hidden;border:1px solid #888"><img style="width:100%" src="data:image/png;base64,${readFileSync(`/tmp/h6/${f}`).toString("base64")}"></div></div>`,
    )
    .join("");
  await page.setContent(html, { waitUntil: "load" });
  await page.screenshot({ path: `/tmp/h6/sheet-${out}-${n}.png`, fullPage: true });
}
console.log(files.length);
await browser.close();
