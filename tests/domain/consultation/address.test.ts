import { expect, test } from "vitest";
import { addressFrom } from "../../../domain/consultation/address.ts";

test.each([
  ["Clean air for Almaty", "clean-air-for-almaty"],
  ["Чистый воздух: объявление №2", "chistyi-vozdukh-obyavlenie-no2"],
  ["Таза ауа – Қазақстан", "taza-aua-qazaqstan"],
  ["Größere Straßen & Wege", "grossere-strassen-wege"],
  ["Toʻgʻri yoʻl", "togri-yol"],
  ["a".repeat(60), "a".repeat(40)],
  [`${"word ".repeat(12)}`, "word-word-word-word-word-word-word-word"],
  ["هواء نظيف", ""],
  ["constructor", ""],
])("the address of %j is %j", (title, address) => {
  expect(addressFrom(title)).toBe(address);
});
