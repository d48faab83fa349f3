import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { type Catalogue, catalogueFor } from "../../web/language/catalogue.ts";
import { Document } from "../../web/page/document.tsx";

const page = (text: Catalogue) => {
  const { language } = text;
  return renderToString(
    h(Document, { language, text, title: "T", path: "/", style: "s", children: "" }),
  );
};

test("a page in a working language says so at its foot, with how much is done; no other page does", () => {
  const uzbek = catalogueFor("uz");
  expect(page({ ...uzbek, done: 0.969 })).toContain("ishchi tarjima (Oʻzbekcha): matnlarning 96%");
  // All but one is not all.
  expect(page({ ...uzbek, done: 0.9999 })).toContain("99%");
  for (const complete of ["en", "ru", "kk"].map((one) => catalogueFor(one))) {
    const [words = ""] = complete.common.workingPages.split("{");
    expect(page(complete)).not.toContain(words.slice(0, 12));
  }
});
