import { beforeEach, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { remarksOf } from "../../../functions/memory/remarks.ts";
import { nameOfText } from "../../../functions/store/texts.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { ID, moderator, type Wrote, write, wrote } from "./moderating.ts";

/* What is shown of reasons and of their themes. */

let services: Awaited<ReturnType<typeof freshWorld>>;
let aida: Awaited<ReturnType<typeof moderator>>;
beforeEach(async () => {
  services = await freshWorld();
  aida = await moderator(createApp(services), services, "Aida");
  await aida.post("changeThemes", { revision: "0", "new.en": "Schools" });
});

const heard = (disclosure = KAZAKHSTAN.disclosure) =>
  remarksOf(services)({ id: ID, disclosure }, "K3");

/** People who write what is accepted: each reason `people` times. */
async function accepted(...reasons: (Partial<Wrote> & { text: string; people: number })[]) {
  for (const { people, ...one } of reasons) {
    await write(
      services,
      Array.from({ length: people }, () => wrote(one.text, one)),
    );
  }
  for (const text of new Set(reasons.map((one) => one.text))) await aida.sayOf(text, "accept");
}

const coded = async (...texts: string[]) => {
  for (const text of texts)
    await aida.post("codeReasons", { text: nameOfText(ID, wrote(text)), "themes.0": "T1" });
  return (await heard()).themes.map(({ told }) => told);
};

test("no theme of nine people, and one of ten", async () => {
  await accepted({ text: "Nine", people: 9 });
  expect(await coded("Nine")).toEqual([]);
  await accepted({ text: "One more", people: 1, panel: "expert" });
  expect(await coded("One more")).toEqual([{ public: undefined, expert: undefined }]);
});

test("each panel from ten on and in steps of five: one more does not show", async () => {
  await accepted({ text: "Public", people: 23 }, { text: "Expert", people: 12, panel: "expert" });
  const told = [{ public: 20, expert: 10 }];
  expect(await coded("Public", "Expert")).toEqual(told);
  await write(services, [wrote("Public")]);
  expect((await heard()).themes.map((one) => one.told)).toEqual(told);
  await write(services, [wrote("Public")]);
  expect((await heard()).themes.map((one) => one.told)).toEqual([{ public: 25, expert: 10 }]);
});

test("nothing beside which the fewer than ten of a panel are a difference", async () => {
  await accepted({ text: "Public", people: 40 }, { text: "Expert", people: 3, panel: "expert" });
  expect(await coded("Public", "Expert")).toEqual([{ public: 40, expert: undefined }]);
  expect(Object.keys((await heard()).themes[0]!)).toEqual(["theme", "told"]);
});

test("who does not want a reason published counts for its theme, and is not shown", async () => {
  await accepted({ text: "Hidden", people: 10, publish: false });
  await coded("Hidden");
  expect(await heard()).toMatchObject({ remarks: [], themes: [{ told: { public: 10 } }] });
});

test("among people at risk: themes alone", async () => {
  await accepted({ text: "Open", people: 10 });
  await coded("Open");
  expect((await heard()).remarks).toHaveLength(1);
  expect(await heard("at-risk")).toMatchObject({ remarks: [], themes: [{}] });
});

test("a reason is an expert's only where everybody who wants it published is one", async () => {
  await accepted(
    { text: "Expert", people: 1, panel: "expert" },
    { text: "Both", people: 1, panel: "expert" },
    { text: "Both", people: 1 },
  );
  const { remarks } = await heard();
  expect(Object.fromEntries(remarks.map(({ text, expert }) => [text, expert]))).toEqual({
    Expert: true,
    Both: false,
  });
});
