import { TEXT_LENGTHS } from "../../consultation/definition.ts";
import { shortened } from "./fault.ts";

/** What stands before a full stop that ends no sentence, in small letters. */
const ABBREVIATIONS = new Set(
  // Russian and Kazakh
  (
    "г гг ст п пп ч т д е к н э др пр проч им ул пл обл р руб тыс млн млрд трлн стр см напр " +
    "тел каб кв мин сек кг га абз гл рис табл изд ред акад проф доц б ж жж т.б т.с.с т.е т.д т.п т.к т.н " +
    // Uzbek
    "v b sh vh h.k va.h.k " +
    // English
    "e.g i.e etc dr mr mrs ms prof no nos art sec ch fig vol ed eds pp vs st jr sr inc ltd co cf approx " +
    "dept gov rep sen al para u.s u.k u.n e.u " +
    // German, French, Spanish, Turkish, Polish
    "nr abs bzw z.b d.h u.a usw ca ggf evtl sog s.o vgl str mind max min mme mlle m.m p.ex env av " +
    "sra sr dra núm pág p.ej ee.uu vb vs örn bkz sn doç ul np tj itd itp tzn m.in"
  ).split(" "),
);

/** Whatever ends a sentence: the marks of most scripts. Only some of them need a space behind. */
const END = /[.!?…؟۔।։]+[»”"')\]]*(?=\s|$)|[。！？]+[」』”]*/gu;

/** The first sentence of a text; all of it where there is one alone. */
function firstSentence(text: string): string {
  for (const { 0: mark, index } of text.matchAll(END)) {
    const before = text.slice(0, index);
    const rest = text.slice(index + mark.length).trimStart();
    if (mark.startsWith(".") && !mark.startsWith("..") && goesOn(before, rest)) continue;
    return text.slice(0, index + mark.length);
  }
  return text;
}

/** A day or a number as German writes it, with a full stop: "am 1. Mai". */
const DAY = /(?:^|\s)(?:am|vom|zum|ab|bis|seit|im|der|den|dem|des|die|das) \d{1,2}$/iu;

/** Whether a full stop ends no sentence: after an abbreviation or an initial, or before a small letter. */
function goesOn(before: string, rest: string): boolean {
  const [word = ""] = /[\p{L}\p{M}\d.]+$/u.exec(before) ?? [];
  if (/^[\p{Ll}\d,;:)]/u.test(rest)) return true;
  const plain = word.toLowerCase();
  const isInitial = /^(?:\p{L}\p{M}*|(?:\p{L}\.)+\p{L})$/u.test(word);
  return rest !== "" && (isInitial || ABBREVIATIONS.has(plain) || DAY.test(before));
}

/** A title made of a text: its first sentence without the full stop, cut at a word where that is long. */
export function titleOf(text: string): string {
  const sentence = firstSentence(text);
  const [, before] = /^(.*[^.])\.$/su.exec(sentence) ?? [];
  const keepsStop = before === undefined || goesOn(before, "A");
  return shortened(keepsStop ? sentence : before, TEXT_LENGTHS.title);
}
