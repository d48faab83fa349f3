import { describe, expect, test } from "vitest";
import { faultsOf, read } from "./sheets.ts";

describe("headings of one's own", () => {
  const parts = (head: string[], languages = ["en"], ...rows: string[][]) => {
    const imported = read(
      [head, ...(rows.length > 0 ? rows : [head.map(() => "Text.")])],
      languages,
    );
    return [...new Set(imported.items.flatMap(({ texts }) => Object.keys(texts)))];
  };
  test.each([
    [["No", "Recommendation", "Addressee"], "en", ["title.en", "statement.en"]],
    [["№", "Кому", "Рекомендация", "Меры"], "ru", ["title.ru", "statement.ru", "measures.ru"]],
    [["Ұсыным", "Кімге"], "kk", ["title.kk", "statement.kk"]],
    [["Empfehlung", "Maßnahme"], "de", ["title.de", "statement.de", "measures.de"]],
    [["Maßnahme"], "de", ["title.de", "statement.de"]],
    [["Title", "Recommendation"], "en", ["title.en", "statement.en"]],
    [["Название рекомендации", "Текст рекомендации"], "ru", ["title.ru", "statement.ru"]],
    [["التوصية", "التدابير"], "ar", ["title.ar", "statement.ar", "measures.ar"]],
    [["Sarlavha", "Matn"], "uz", ["title.uz", "statement.uz"]],
    [["Заголовок (каз.)", "Заголовок на русском"], "ru", ["title.kk", "title.ru"]],
    [["Title EN", "Title_DE", "Title – French"], "en", ["title.en", "title.de", "title.fr"]],
    [["English", "Русский"], "en", ["title.en", "statement.en", "title.ru", "statement.ru"]],
    [
      ["Recommendation", "Рекомендация"],
      "en",
      ["title.en", "statement.en", "title.ru", "statement.ru"],
    ],
  ])("%j are understood", (head, language, texts) => {
    expect(parts(head, [language])).toEqual(texts);
  });

  test("that say nothing are asked about, and so is a table without any", () => {
    expect(
      faultsOf(
        read([
          ["Foo", "Bar"],
          ["a", "b"],
        ]),
      ),
    ).toEqual(["whole columns-missing"]);
    expect(
      faultsOf(
        read([
          ["Clean the air.", "Now."],
          ["Clean the water.", "Soon."],
        ]),
      ),
    ).toEqual(["whole columns-missing"]);
  });
});
