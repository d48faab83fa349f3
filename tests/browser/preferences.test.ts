import { expect, test } from "vitest";
import { axeFindings } from "./axe.ts";
import { tabTo } from "./keyboard.ts";
import { arrive, toReview, toSaved } from "./respondent-ways.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { MODES, newVisitor, RATE_PAGE, useSite } from "./visitor.ts";

/* What somebody has set in the system holds on the pages: forced colours, less movement. */
const site = useSite();

test("in forced colours a chosen answer and the focus are seen, without any colour of ours", async () => {
  const visitor = await newVisitor(site, {
    language: "kk",
    context: { forcedColors: "active", bypassCSP: true },
  });
  const { page, choice } = visitor;
  await arrive(visitor);
  await choice("W1", 4).check();
  await page.mouse.move(0, 0);
  const fields = { chosen: choice("W1", 4), other: choice("W1", 5) };
  const look = async (field: typeof fields.chosen) => {
    const { appearance, opacity, width } = await field.evaluate((one) => {
      const style = getComputedStyle(one);
      return { appearance: style.appearance, opacity: style.opacity, width: style.width };
    });
    expect({ appearance, opacity, width }).toEqual({
      appearance: "auto",
      opacity: "1",
      width: "24px",
    });
    return (await field.screenshot()).toString("base64");
  };
  // The mark that the browser itself draws.
  expect(await look(fields.chosen)).not.toBe(await look(fields.other));
  const frame = (field: typeof fields.chosen) =>
    field.evaluate((one) => getComputedStyle(one.closest("label")!).outlineStyle);
  expect([await frame(fields.chosen), await frame(fields.other)]).toEqual(["solid", "none"]);

  await tabTo(page, visitor.button(visitor.text.rate.form.review));
  const focus = await visitor.button(visitor.text.rate.form.review).evaluate((one) => {
    const { outlineStyle, outlineWidth, borderStyle } = getComputedStyle(one);
    return [outlineStyle, outlineWidth, borderStyle];
  });
  expect(focus).toEqual(["solid", "3px", "solid"]);
  expect(await axeFindings(page)).toEqual([]);
  await visitor.check();
  expect(await axeFindings(page)).toEqual([]);
});

test("for those who want less movement nothing moves by itself or glides", async () => {
  const visitor = await newVisitor(site, { context: { reducedMotion: "reduce" } });
  for (const reach of [arrive, toReview, toSaved]) {
    await reach(visitor);
    const moving = await visitor.page.evaluate(() =>
      [...document.querySelectorAll("*")].flatMap((one) =>
        [undefined, "::before", "::after"].flatMap((part) => {
          const style = getComputedStyle(one, part);
          const still =
            style.animationName === "none" &&
            /^0s(, 0s)*$/.test(style.transitionDuration) &&
            style.scrollBehavior === "auto";
          return still ? [] : [`${one.tagName}${part ?? ""}`];
        }),
      ),
    );
    expect(moving).toEqual([]);
  }
});

test.each(MODES)(
  "$mode, every choice is soon in the accessibility tree, in sight or not",
  async ({ script }) => {
    const visitor = await newVisitor(site, { script, width: 360 });
    await visitor.go(RATE_PAGE);
    const session = await visitor.page.context().newCDPSession(visitor.page);
    const groups = async () => {
      const { nodes } = await session.send("Accessibility.getFullAXTree");
      const named = nodes.filter(({ ignored, name }) => !ignored && name?.value);
      const count = (role: string) => named.filter((node) => node.role?.value === role).length;
      return {
        radios: count("radio"),
        groups: named.filter(
          (node) => /^[WK]\d+ /.test(String(node.name?.value)) && node.role?.value === "group",
        ).length,
      };
    };
    const { recommendations } = KAZAKHSTAN;
    const radios = await visitor.page.locator("[type=radio]").count();
    await expect.poll(groups).toEqual({ radios, groups: recommendations.length });
  },
);
