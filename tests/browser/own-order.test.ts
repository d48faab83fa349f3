import { expect, test } from "vitest";
import { newVisitor, RATE_PAGE, useSite, type Visitor } from "./visitor.ts";

/* A crowd is given the same page by the edge, and everybody in it an order of their own. */

const site = useSite();

/** What the edge gives to everybody who asks at the same moment. */
async function onePage() {
  const answer = await fetch(site.server.url + RATE_PAGE);
  return { headers: Object.fromEntries(answer.headers), body: await answer.text() };
}

async function visitorOf(shared: Awaited<ReturnType<typeof onePage>>, how = {}): Promise<Visitor> {
  const { "content-encoding": _, "content-length": __, ...headers } = shared.headers;
  const visitor = await newVisitor(site, { language: "en", ...how });
  await visitor.page.route(`**${RATE_PAGE}`, (route) =>
    route.fulfill({ status: 200, headers, body: shared.body }),
  );
  await visitor.page.goto(site.server.url + RATE_PAGE);
  return visitor;
}

/** The codes in the order of what is listed, and what the form says of it. */
const listed = ({ page }: Visitor) =>
  page.evaluate(() => {
    const cards = [...document.querySelectorAll<HTMLElement>("fieldset.card")];
    return {
      cards: cards.map((card) => card.dataset["code"]!),
      names: cards.map(({ id }) => id),
      first: [...document.querySelectorAll<HTMLInputElement>("[name=first]")].map((it) => it.value),
      sent: document.querySelector<HTMLInputElement>("[name=order]")!.value.split(" "),
      afterFirst: cards[0]!.nextElementSibling!.id,
    };
  });

test("two who are given the same page see and send orders of their own, each within its addressee", async () => {
  const shared = await onePage();
  const served = /name="order" value="([^"]+)"/.exec(shared.body)![1]!.split(" ");
  const visitors = [await visitorOf(shared), await visitorOf(shared)];
  for (const { page } of visitors) await page.locator("html[data-ready]").waitFor();
  const all = await Promise.all(visitors.map(listed));
  for (const { cards, names, first, sent, afterFirst } of all) {
    expect(cards).not.toEqual(served);
    expect([first, sent]).toEqual([cards, cards]);
    expect(cards.map((code) => code[0])).toEqual(served.map((code) => code[0]));
    expect(cards.toSorted()).toEqual(served.toSorted());
    expect(names).toEqual(cards.map((_, place) => `at-${place + 1}`));
    expect(afterFirst).toBe("draft-choice");
  }
  expect(all[0]!.cards).not.toEqual(all[1]!.cards);
});

test("without a script the order is that of the page", async () => {
  const shared = await onePage();
  const visitor = await visitorOf(shared, { script: false });
  const html = await visitor.page.content();
  const order = /name="order" value="([^"]+)"/.exec(html)![1]!.split(" ");
  const shown = [...html.matchAll(/<fieldset[^>]*data-code="(\w+)"/g)].map(([, code]) => code);
  expect(shown).toEqual(order);
  expect(shared.body).toContain(`value="${order.join(" ")}"`);
});

/** The page with an answer in it, as somebody has given it before the script came, or a browser has brought it back. */
async function answeredPage() {
  const shared = await onePage();
  const [, order = ""] = /name="order" value="([^"]+)"/.exec(shared.body)!;
  const served = order.split(" ");
  const body = shared.body.replace(
    new RegExp(`(<input[^>]*name="rating.${served[3]}"[^>]*value="4")`),
    "$1 checked",
  );
  expect(body).not.toBe(shared.body);
  return { shared: { ...shared, body }, served };
}

test("the cards stay where they are for whoever has begun before the script came", async () => {
  const { shared, served } = await answeredPage();
  const visitor = await visitorOf(shared);
  await visitor.page.locator("html[data-ready]").waitFor();
  expect((await listed(visitor)).cards).toEqual(served);
});

test("the cards go where they were where a browser brought back the order with the answers", async () => {
  const { shared, served } = await answeredPage();
  const before = [...served.slice(0, 4).toReversed(), ...served.slice(4).toReversed()];
  expect(before.filter((code) => code.startsWith("W"))).toEqual(before.slice(0, 4));
  const body = shared.body.replace(`value="${served.join(" ")}"`, `value="${before.join(" ")}"`);
  const visitor = await visitorOf({ ...shared, body });
  await visitor.page.locator("html[data-ready]").waitFor();
  const { cards, first, sent } = await listed(visitor);
  expect([cards, first, sent]).toEqual([before, before, before]);
});
