import { expect, test } from "vitest";
import { siteKeyCheck, siteKeyOf } from "../../../functions/lambda/site-keys.ts";

const secret = new TextEncoder().encode("a secret of the installation");
const [BEFORE, NOW, NEXT] = [1_000, 2_000, 3_000];
const key = (at: number) => siteKeyOf(secret, at);

test("a function takes the key of its deployment, the one before, and every later one", () => {
  const takes = siteKeyCheck(secret, String(BEFORE));
  expect([BEFORE, NOW, NEXT].map((at) => takes(key(at)))).toEqual([true, true, true]);
  expect(takes(key(BEFORE - 1))).toBe(false);
});

test("while a deployment is under way, and after one has gone back, nobody is refused", () => {
  // Versions of the function, by the deployment that made them, and what edges say meanwhile.
  const [first, second, third] = [BEFORE, BEFORE, NOW].map((since) =>
    siteKeyCheck(secret, `${since}`),
  );
  const said = [key(BEFORE), key(NOW), key(NEXT)];
  expect(said.map((one) => second!(one))).toEqual([true, true, true]);
  expect(said.map((one) => first!(one))).toEqual([true, true, true]);
  // Two deployments later a key that became known opens nothing.
  expect(said.map((one) => third!(one))).toEqual([false, true, true]);
});

test("nothing else is taken", () => {
  const takes = siteKeyCheck(secret, "0");
  const good = key(NOW);
  const other = siteKeyOf(new TextEncoder().encode("another secret"), NOW);
  for (const sent of [
    "",
    ".",
    `${NOW}`,
    `${NOW}.`,
    other,
    good.replace(`${NOW}`, `${NEXT}`),
    `0${good}`,
    ` ${good}`,
    `${good},${good}`,
    good.slice(0, -1),
    `${good}A`,
    `-${good}`,
  ]) {
    expect([sent, takes(sent)]).toEqual([sent, false]);
  }
  expect(takes(good)).toBe(true);
});

test.each(["", "soon", "-1", "1e3", "NaN"])(
  "a time that is none starts no function: %j",
  (since) => {
    expect(() => siteKeyCheck(secret, since)).toThrow("SITE_SINCE");
  },
);
