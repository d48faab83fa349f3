/*
 * Signs that a text tells who somebody is: for a question before it is sent, and never for a refusal, as they
 * err on both sides. They are looked for whatever keyboard a text was written on: full-width forms, digits of
 * other scripts and letters that look alike are taken for what they look like.
 */

/** What a text may hold. `capitals` is a weak sign: two words in a row that begin as names do. */
export type Personal = "name" | "capitals" | "phone" | "address" | "number";

/** Small letters that look like Latin ones; what is small already needs no capitals here. */
const FOREIGN = "авекмнорстухёіһ";
const LATIN = "abekmhopctyxeih";

const folded = (text: string): string =>
  text.toLowerCase().replace(/\p{L}/gu, (letter) => LATIN[FOREIGN.indexOf(letter)] ?? letter);

/** How people say that a name follows, and what stands before or after one: English, Russian, Kazakh. */
const NAMED = new RegExp(
  String.raw`(?<!\p{L})(my (sur)?name is|i am called|m(r|s|rs)|dr|${folded("меня зовут|мое имя|моя фамилия|г-н|г-жа|госпо(дин|жа)|атым|есімім|тегім|аты-жөнім|мырза|ханым")})(?!\p{L})`,
  "u",
);

/** Father's names. */
const PATRONYMIC = /\p{Lu}\p{L}{2,}([ое]вич|[ое]вна|ұлы|қызы)(?!\p{L})/u;

/** Within a sentence: at its beginning the first word says nothing. */
const CAPITALS = /[^.!?\s] \p{Lu}[\p{Ll}’'-]+ \p{Lu}[\p{Ll}’'-]{2}/u;

/** An address of e-mail, or a name by which somebody is found elsewhere. */
const ADDRESS = /(@|[([] ?at ?[)\]]|(?<!\p{L})собака(?!\p{L})) ?[\p{L}\p{N}]/iu;

/** At least seven digits, or letters for digits, with what people write between them. */
const DIGITS = /(?<!\p{L})\+?[ (]*([\p{Nd}OoОоlI|ІЗз][\s().–—_/-]{0,3}){7,}(?!\p{L})/gu;

/** Years, dates, and amounts are numbers that say nothing of anybody; an unbroken one that is short is an amount too. */
const HARMLESS =
  /^(((19|20)\d\d\W*)+|\d\d?[./-]\d\d?[./-]\d{4}|\d{4}-\d\d-\d\d|\d+\.\d+|\d{1,3}([ .]\d{3})+|\d{7,9})$/;

/** Of a person in Kazakhstan: the individual identification number. */
const IDENTIFICATION = 12;

function signOf(found: string): Personal | undefined {
  // A row of letters with a digit in it is a word.
  if (found.replace(/\P{Nd}/gu, "").length < 6) return undefined;
  const digits = found.replace(/[^\p{L}\p{Nd}|]/gu, "").length;
  if (digits === IDENTIFICATION && found[0] !== "+") return "number";
  return HARMLESS.test(found) ? undefined : "phone";
}

/** What a text looks like holding; each sign once. */
export function personalIn(text: string): Personal[] {
  const plain = text.normalize("NFKC");
  const signs = [
    NAMED.test(folded(plain)) || PATRONYMIC.test(plain)
      ? ("name" as const)
      : CAPITALS.test(plain) && ("capitals" as const),
    ...(plain.match(DIGITS) ?? []).map((found) => signOf(found.trim())),
    ADDRESS.test(plain) && ("address" as const),
  ];
  return [...new Set(signs)].filter((sign) => sign) as Personal[];
}
