import { beforeAll, expect, test } from "vitest";
import { caseOf } from "./cases.ts";
import { misfits, TEXT_TWICE } from "./layout.ts";
import { addTo } from "./more-consultations.ts";
import { newVisitor, useSite } from "./visitor.ts";

/* Definitions that were once shown wrongly. */

const site = useSite();
const definitions = {
  long: await caseOf("json-long-question-word"),
  quotes: await caseOf("json-quotes-in-title"),
};

beforeAll(() => Promise.all(Object.values(definitions).map((one) => addTo(site.server, one))));

test("a long word in a question stays on a narrow page, also with text twice as large", async () => {
  for (const language of ["en", "kk"] as const) {
    const { page, go } = await newVisitor(site, {
      language,
      width: 320,
      context: { bypassCSP: true },
    });
    await go(`/c/${definitions.long.id}`);
    expect(await misfits(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.addStyleTag({ content: TEXT_TWICE });
    expect(await misfits(page)).toEqual([]);
  }
});

test("a quotation mark in a title ends no attribute, and no part of it becomes a handler", async () => {
  const { page, go } = await newVisitor(site);
  const { id, title } = definitions.quotes;
  for (const path of [`/c/${id}`, `/c/${id}/results`, `/c/${id}/results/embed`]) {
    await go(path);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(title["en"]);
    const handlers = await page.evaluate(() =>
      [...document.querySelectorAll("*")].filter((one) =>
        one.getAttributeNames().some((name) => name.startsWith("on")),
      ),
    );
    expect(handlers).toEqual([]);
  }
});
