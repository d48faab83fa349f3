import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { readReceipt } from "../../../domain/ballot/receipt.ts";
import { clientOf, newReceipt } from "../../support/client.ts";
import { asTyped } from "../../support/typed.ts";
import { freshWorld } from "../../support/world.ts";
import { checked, field, postTo } from "./plain-form.ts";

let app: App;

beforeAll(async () => {
  app = createApp(await freshWorld());
});

const post = (...request: Parameters<ReturnType<typeof postTo>>) => postTo(app)(...request);

describe("the plain form", () => {
  test("draws a new order each time, and a receipt when the answers first come in", async () => {
    const pages = await Promise.all([1, 2, 3].map(() => app.request("/c/kazakhstan-2019")));
    const texts = await Promise.all(pages.map((page) => page.text()));
    expect(new Set(texts.map((text) => field(text, "order"))).size).toBeGreaterThan(1);
    expect(texts.map((text) => field(text, "receipt"))).toEqual(["", "", ""]);
    const sent = { receipt: "", revision: "1", do: "review", "rating.W1": "5" };
    const reviews = await Promise.all(
      [1, 2, 3].map(async () => (await post("/c/kazakhstan-2019", sent)).text()),
    );
    const receipts = reviews.map((text) => field(text, "receipt"));
    expect(new Set(receipts).size).toBe(3);
    expect(receipts.filter((one) => readReceipt(one) !== one)).toEqual([]);
  });

  test("may be kept by a browser until answers or a receipt are in it, and posts elsewhere", async () => {
    const page = await app.request("/c/kazakhstan-2019?lang=en");
    expect(page.headers.get("Cache-Control")).toBe("private, no-cache");
    // What is posted to a page's own address makes a browser forget the page.
    const html = await page.text();
    expect(html).toContain('action="/c/kazakhstan-2019/?lang=en"');
    // Results, paper and receipts are read beside the answers.
    for (const beside of ["results", "paper", "receipt"]) {
      const link = `href="/c/kazakhstan-2019/${beside}?lang=en" target="_blank" rel="noopener noreferrer"`;
      expect(html).toContain(link);
    }
    for (const todo of ["redraw", "review", "send"]) {
      const answer = await post("/c/kazakhstan-2019/?lang=en", {
        receipt: newReceipt(),
        do: todo,
        "rating.W1": "5",
      });
      expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    }
  });

  test("sends a ballot, shows its receipt, and pressing send twice is one ballot", async () => {
    const asked = { do: "review", "rating.W1": "5" };
    const form = await (await post("/c/kazakhstan-2019?lang=en", asked)).text();
    const [receipt, order] = [field(form, "receipt"), field(form, "order")];
    const fields = { receipt, order, revision: "1", "rating.W1": "5", "rating.K3": "no-opinion" };
    for (const _ of [1, 2]) {
      const saved = await post("/c/kazakhstan-2019?lang=en", fields);
      expect(saved.status).toBe(200);
      expect(await saved.text()).toContain(receipt);
    }
    const stored = await (await clientOf(app).get(receipt)).json();
    expect(stored).toMatchObject({
      revision: 1,
      language: "en",
      ratings: { W1: 5, K3: "no-opinion" },
      positions: order.split(" "),
    });
  });

  test("comes back with everything kept when nothing was rated, with the refusal's status", async () => {
    const receipt = newReceipt();
    const refused = await post("/c/kazakhstan-2019?lang=ru", {
      receipt,
      revision: "1",
      first: "K3",
      "about.region": "almaty",
    });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('lang="ru"');
    expect(field(html, "receipt")).toBe(receipt);
    expect(checked(html)).toContain("first=K3");
    expect(html).toMatch(/role="alert"/);
  });

  test("keeps every answer when the language is switched", async () => {
    const receipt = newReceipt();
    const redrawn = await post("/c/kazakhstan-2019?lang=kk", {
      receipt,
      do: "redraw",
      "rating.W2": "4",
      "rating.K14": "no-opinion",
      first: "W2",
    });
    expect(redrawn.status).toBe(200);
    const html = await redrawn.text();
    expect(html).toContain('<html lang="kk"');
    expect(checked(html)).toEqual(
      expect.arrayContaining(["rating.W2=4", "rating.K14=no-opinion", "first=W2"]),
    );
    expect((await clientOf(app).get(receipt)).status).toBe(404);
  });

  test("after a conflict offers the next revision, with everything kept", async () => {
    const receipt = newReceipt();
    const send = (revision: string, rating: string) =>
      post("/c/kazakhstan-2019", { receipt, revision, "rating.W1": rating });
    expect((await send("1", "5")).status).toBe(200);
    const conflict = await send("1", "2");
    expect(conflict.status).toBe(409);
    const html = await conflict.text();
    expect(checked(html)).toContain("rating.W1=2");
    expect(field(html, "revision")).toBe("2");
    expect((await send(field(html, "revision"), "2")).status).toBe(200);
  });

  test("refuses hostile fields without failing, and shows text only as text", async () => {
    const hostile = await post("/c/kazakhstan-2019", {
      receipt: newReceipt(),
      "rating.__proto__": "5",
      "rating.<script>": "9",
      "about.__proto__": "x",
      invitation: '"><script>alert(1)</script>',
    });
    expect(hostile.status).toBe(422);
    expect(await hostile.text()).not.toContain("<script>alert");
    const noReceipt = await post("/c/kazakhstan-2019", { receipt: "x", "rating.W1": "5" });
    expect(noReceipt.status).toBe(401);
  });

  test("is refused when another site made the browser send it", async () => {
    for (const path of ["/c/kazakhstan-2019", "/c/kazakhstan-2019/receipt"]) {
      const answer = await post(
        path,
        { receipt: newReceipt() },
        { "Sec-Fetch-Site": "cross-site" },
      );
      expect(answer.status).toBe(403);
    }
  });
});

describe("the receipt page", () => {
  const path = "/c/kazakhstan-2019/receipt?lang=en";

  test("opens, changes and withdraws a ballot with the receipt alone", async () => {
    const receipt = newReceipt();
    await post("/c/kazakhstan-2019", { receipt, revision: "1", "rating.W1": "5" });
    for (const typed of [receipt.toLowerCase().replaceAll("-", " "), asTyped(receipt)]) {
      const found = await (await post(path, { receipt: typed, do: "open" })).text();
      expect(checked(found)).toContain("rating.W1=5");
    }
    const opened = await (await post(path, { receipt, do: "open" })).text();
    expect(field(opened, "revision")).toBe("2");
    const asked = await post(path, { receipt, do: "withdraw" });
    expect(asked.status).toBe(200);
    expect((await clientOf(app).get(receipt)).status).toBe(200);
    expect((await post(path, { receipt, do: "confirm-withdraw" })).status).toBe(200);
    expect((await clientOf(app).get(receipt)).status).toBe(410);
    expect((await post(path, { receipt, do: "open" })).status).toBe(410);
  });

  test("says what is wrong with a receipt that cannot be one, or is not known", async () => {
    expect((await post(path, { receipt: "12", do: "open" })).status).toBe(401);
    expect((await post(path, { receipt: newReceipt(), do: "open" })).status).toBe(404);
  });
});
