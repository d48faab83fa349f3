import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { CATALOGUES } from "../support/languages.ts";
import { ReadBy, useReader } from "../../web/language/reader.ts";
import { Field } from "../../web/form/field.tsx";
import { Form } from "../../web/form/form.tsx";
import { byField, Refusal } from "../../web/form/refusal.tsx";

const web = join(import.meta.dirname, "../../web");

describe("a form", () => {
  const open = (props: Partial<Parameters<typeof Form>[0]>) =>
    renderToString(h(Form, { action: "/a", children: "…", ...props }));

  test("brings the organiser's token and what is not shown along, before everything else", () => {
    expect(open({ token: "t", hidden: { act: 'a"b', part: 1 } })).toBe(
      '<form method="post" action="/a"><input type="hidden" name="csrf" value="t"/>' +
        '<input type="hidden" name="act" value="a&quot;b"/>' +
        '<input type="hidden" name="part" value="1"/>…</form>',
    );
  });

  test.each([
    [{}, '<form method="post" action="/a">'],
    [{ checkedBy: "browser" }, '<form method="post" action="/a" autocomplete="off">'],
    [{ checkedBy: "server" }, '<form method="post" action="/a" autocomplete="off" novalidate>'],
    [{ file: true }, '<form method="post" enctype="multipart/form-data" action="/a">'],
    [{ inert: true }, '<form method="dialog" action="/a">'],
  ] as const)("of %o begins as it should", (props, begin) => {
    expect(open(props)).toBe(`${begin}…</form>`);
  });

  test("stands nowhere else: no page writes its own", async () => {
    const own: string[] = [];
    for await (const file of glob("**/*.tsx", { cwd: web })) {
      if (/<form|name="csrf"/.test(await readFile(join(web, file), "utf8"))) own.push(file);
    }
    expect(own).toEqual(["form/form.tsx"]);
  });
});

test.each([
  [{}, "", ""],
  [{ hint: "Hint" }, '<p class="hint" id="a-hint">Hint</p>', ' aria-describedby="a-hint"'],
  [
    { hint: "Hint", fault: "Wrong", describedBy: "b" },
    '<p class="hint" id="a-hint">Hint</p><p class="field-fault" id="a-fault">Wrong</p>',
    ' aria-describedby="b a-hint a-fault" aria-invalid="true"',
  ],
  [
    { describedBy: "refusal", refused: true },
    "",
    ' aria-describedby="refusal" aria-invalid="true"',
  ],
])("a field of %o is joined to the words around it", (props, words, described) => {
  const children = (given: object) => h("input", { id: "a", ...given });
  expect(renderToString(h(Field, { id: "a", label: "A", ...props, children }))).toBe(
    `<div class="field"><label for="a">A</label>${words}<input id="a"${described}/></div>`,
  );
});

test("a refusal leads to each field, and is nothing where nothing was refused", () => {
  const faults = byField({ a: "Mend a", b: "Mend b" });
  expect(renderToString(h(Refusal, { why: "No.", faults }))).toMatch(
    /role="alert".*<p>No\.<\/p><ul><li><a href="#a">Mend a<\/a><\/li><li><a href="#b">Mend b<\/a>/,
  );
  expect(renderToString(h(Refusal, { why: "No.", field: "a", id: "refusal" }))).toContain(
    '<p id="refusal"><a href="#a">No.</a></p>',
  );
  expect(renderToString(h(Refusal, { why: undefined, heading: "Refused", faults }))).toBe("");
});

test("a component knows its page's reader, and does not stand without one", () => {
  const Said = () => h("p", null, useReader().text.common.skipToContent);
  const said = (language: "kk" | "ru") =>
    renderToString(h(ReadBy, { value: { language, text: CATALOGUES[language] } }, h(Said, null)));
  expect([said("kk"), said("ru")]).toEqual([
    `<p>${CATALOGUES.kk.common.skipToContent}</p>`,
    `<p>${CATALOGUES.ru.common.skipToContent}</p>`,
  ]);
  expect(() => renderToString(h(Said, null))).toThrow("no page");
});
