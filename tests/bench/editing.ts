import type { Browser } from "playwright-core";
import { LANGUAGES } from "./languages.ts";
import { draftOfImported } from "../../domain/draft/import/imported.ts";
import { draftWrite } from "../../functions/store/drafts.ts";
import { teamWrite, getTeam } from "../../functions/store/teams.ts";
import { writeAll } from "../../functions/store/write-all.ts";
import { servicesBeside } from "../support/beside.ts";
import { browserCookie, signedIn } from "../support/signed-in.ts";
import type { RunningServer } from "../support/server.ts";
import { count, report, say } from "./report.ts";

// What editing a large draft costs whoever types in it, on a processor four times slower.
const ID = "large";
/** As many texts as a hundred recommendations have in five languages. */
const RECOMMENDATIONS = Math.ceil((100 * 5) / LANGUAGES.length);
const WORDS = "A recommendation of usual length says in one or two sentences who should do what. ";

/** Puts a large draft beside the running server, owned by somebody who is signed in. */
async function largeDraft(server: RunningServer): Promise<string> {
  const services = await servicesBeside(server);
  const texts = (index: number) =>
    Object.fromEntries(
      LANGUAGES.flatMap((language) => [
        [`title.${language}`, `Title ${index}`],
        [`statement.${language}`, WORDS.repeat(3)],
        [`measures.${language}`, WORDS.repeat(2)],
      ]),
    );
  const items = Array.from({ length: RECOMMENDATIONS }, (_, index) => ({
    code: `A${index + 1}`,
    addressee: "A",
    texts: texts(index + 1),
  }));
  const draft = draftOfImported(
    { id: ID, title: "", languages: LANGUAGES },
    { items, languages: LANGUAGES, addressees: [{ code: "A", names: {} }] },
  );
  const who = await signedIn(services, "Bench", {}, server.url);
  const team = await getTeam(services.db, ID);
  await writeAll(services.db, [
    draftWrite(services.db, ID, draft, 0)!,
    teamWrite(services.db, team, { [who.id]: "owner" }),
  ]);
  services.db.client.destroy();
  return who.cookie;
}

/** The longest time from an input to what it shows, of every key and press. */
export async function editing(browser: Browser, server: RunningServer): Promise<void> {
  const cookie = await largeDraft(server);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.addCookies([browserCookie({ cookie }, server.url)]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    const own = window as unknown as { longest: number; events: number };
    [own.longest, own.events] = [0, 0];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        // Where the pointer happens to be while the page opens is no input.
        if (!/^(key|input|beforeinput|click|pointerdown|pointerup)/.test(name)) continue;
        own.events += 1;
        own.longest = Math.max(own.longest, duration);
      }
    }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  await page.goto(`${server.url}/organise/c/${ID}/edit?lang=en`);
  const fields = await page.locator("#draft :is(input[type=text], textarea)").count();
  // The first is the press that opens the page; what is asked is how it feels to work in it.
  for (const at of [1, Math.floor(RECOMMENDATIONS / 2), RECOMMENDATIONS]) {
    // As the ways at the top of the page lead there: it is folded until then.
    await page.evaluate((hash) => (location.hash = hash), `recommendations-${at}`);
    await page.locator(`[name="recommendations.${at}.statement.kk"]`).click();
    await page.keyboard.type("Кімге не істеу керек екені айтылады.", { delay: 40 });
    await page.keyboard.press("Tab");
    // Saved by itself meanwhile.
    await page.waitForTimeout(1_500);
    await page.keyboard.type("Ещё несколько слов.", { delay: 40 });
  }
  await page.waitForTimeout(2_000);
  const [script] = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith(".js"))
      .map((one) => (one as PerformanceResourceTiming).encodedBodySize),
  );
  report(
    "the console's script, compressed",
    `${count(script!)} bytes`,
    "90,000",
    script! <= 90_000,
  );
  const { longest, events } = await page.evaluate(() => {
    const own = window as unknown as { longest: number; events: number };
    return { longest: own.longest, events: own.events };
  });
  say(
    `${RECOMMENDATIONS} recommendations in ${LANGUAGES.length} languages: ${count(fields)} fields; ${events} inputs took 16 ms or more`,
  );
  report(
    "editing them, processor ÷ 4: longest input",
    `${count(longest)} ms`,
    "100 ms",
    longest <= 100,
  );
  await context.close();
}
