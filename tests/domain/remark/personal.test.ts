import { expect, test } from "vitest";
import { personalIn } from "../../../domain/remark/personal.ts";

test.each([
  ["My name is Ivan and I want this done.", ["name"]],
  ["MY NAME IS nobody", ["name"]],
  ["I spoke with Mrs Brown about it.", ["name"]],
  ["Меня зовут Айгуль.", ["name"]],
  // Latin letters in a Russian sentence.
  ["Mеня зoвyт Айгуль.", ["name"]],
  ["МЕНЯ ЗОВУТ АЙГУЛЬ", ["name"]],
  ["Об этом знает г-жа Иванова", ["name"]],
  ["наш аким Петров Иван Сергеевич ничего не делает", ["name"]],
  ["Менің атым Асан.", ["name"]],
  ["Асан мырза бұны біледі", ["name"]],
  ["мұны Серік Болатұлы айтты", ["name"]],
  ["As the minister Ivan Petrov said", ["capitals"]],
  ["Как сказал министр Иван Петров", ["capitals"]],
  ["Call me: +7 701 123 45 67", ["phone"]],
  ["8 (701) 123-45-67", ["phone"]],
  ["87011234567", ["phone"]],
  ["звоните 123-45-67", ["phone"]],
  // Letters for digits, digits of other scripts, full width.
  ["8 7O1 l23 45 67", ["phone"]],
  ["٨٧٠١١٢٣٤٥٦٧", ["phone"]],
  ["８７０１１２３４５６７", ["phone"]],
  ["ЖСН 900101300123", ["number"]],
  ["ИИН 900101 300123", ["number"]],
  ["IIN 9001O1 300 123", ["number"]],
  ["Пишите на ivan@example.org", ["address"]],
  ["ivan @ example . org", ["address"]],
  ["ivan (at) example.org", ["address"]],
  ["почта иван собака пример.рф", ["address"]],
  ["I am @ivan_p there", ["address"]],
  ["ivan＠example.org", ["address"]],
  ["Меня зовут Айгуль, 8 701 123 45 67, a@b.kz", ["name", "phone", "address"]],
])("%s", (text, kinds) => {
  expect(personalIn(text)).toEqual(kinds);
});

test.each([
  "",
  "The courts must be independent before anything else can work.",
  "Суды должны быть независимыми, иначе остальное не сработает.",
  "Сот тәуелсіз болмаса, қалғаны жүзеге аспайды.",
  "In Kazakhstan nothing of this was done between 2019 and 2024.",
  "2019–2024 и 2025-2030",
  "since 27.11.2019, or 2019-11-27",
  "18395567 people live here",
  "18 395 567 people, and 1 000 000 000 tenge",
  "60 % of 12, and 3.14159265",
  "K3 and K14 come first. Then W1.",
  "It took 15 years, 6 months and 3 days.",
  "Zoo and lolIOO, 100 000 tenge",
  "Мне 35 лет, у меня 3 детей",
  "Атырау мен Алматы",
  "This is what the National Council of Public Trust promised.",
])("nothing in %j", (text) => {
  expect(personalIn(text).filter((kind) => kind !== "capitals")).toEqual([]);
});

test("a long text takes no long time", () => {
  for (const text of ["8 ".repeat(300), "O".repeat(600), "a@".repeat(300), "Aa ".repeat(200)]) {
    expect(personalIn(text).length).toBeLessThan(4);
  }
});
