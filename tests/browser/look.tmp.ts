import { openBrowser } from "../support/browser.ts";
const [, , base, out, lang = "en", ...only] = process.argv;
const b = await openBrowser();
for (const width of [360, 1280]) {
  const c = await b.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: 1,
    baseURL: base,
  });
  const p = await c.newPage();
  p.on(
    "console",
    (m) => ["error", "warning"].includes(m.type()) && console.log("console", m.text()),
  );
  p.on("pageerror", (e) => console.log("error", e.message));
  p.setDefaultTimeout(8000);
  const shot = async (n: string, full = true) => {
    await p.waitForTimeout(250);
    await p.screenshot({ path: `${out}/${lang}-${width}-${n}.png`, fullPage: full });
  };
  await p.goto(`/c/kazakhstan-2019?lang=${lang}`);
  await p.waitForSelector("html[data-ready]");
  await p.click("#invitation-part summary");
  await p.click("#draft-choice label");
  await shot("1-top", false);
  await shot("1-full");
  await p.click("button[value=review]");
  await shot("2-refused", false);
  await p.click(".error-summary a");
  await shot("3-fault", false);
  await p.locator(".card").nth(0).locator("input").nth(4).check();
  await p.locator(".card").nth(1).locator("input").nth(5).check();
  await p.click("#progress button");
  await shot("4-next", false);
  await p.click("button[value=review]");
  await shot("5-review");
  await p.click("button[value=send]");
  await p.waitForSelector(".saved");
  await shot("6-saved");
  await p.click(".saved .secondary:not(.needs-script):last-of-type").catch(() => {});
  await c.close();
}
await b.close();
