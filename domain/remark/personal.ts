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
const PHRASES =
  "my name is|my surname|i am called|mr|mrs|ms|dr|меня зовут|мо[её] имя|моя фамилия|г-н|г-жа|господин|госпожа|менің атым|менің есімім|атым|есімім|тегім|аты-жөнім|мырза|ханым";
const NAMED = new RegExp(String.raw`(?<!\p{L})(?:${folded(PHRASES)})(?!\p{L})`, "u");

/** Father's names. */
const PATRONYMIC = /\p{Lu}\p{L}{2,}(?:[ое]вич|[ое]вна|ұлы|қызы)(?!\p{L})/u;

/** Within a sentence: at its beginning the first word says nothing. */
const CAPITALS = /[^.!?\s] (?:\p{Lu}[\p{Ll}’'-]+) \p{Lu}[\p{Ll}’'-]{2}/u;

/** An address of e-mail, or a name by which somebody is found elsewhere. */
const ADDRESS = /(?:@|[([] ?at ?[)\]]|(?<!\p{L})собака(?!\p{L})) ?[\p{L}\p{N}]/u;

/** Digits, and letters for digits, with what people write between them. */
const DIGIT = String.raw`[\p{Nd}OoОоlI|ІЗз]`;
const DIGITS = new RegExp(
  String.raw`(?<!\p{L})\+? ?\(?${DIGIT}(?:[\s().\-–—_/]{0,3}${DIGIT}){6,}(?!\p{L})`,
  "gu",
);

/** Years, dates, and amounts in thousands are numbers that say nothing of anybody. */
const HARMLESS =
  /^(?:(?:19|20)\d\d\W*)+$|^\d{1,2}[./-]\d{1,2}[./-]\d{4}$|^\d{4}-\d\d-\d\d$|^\d+\.\d+$|^\d{1,3}(?:[ .]\d{3}){1,3}$/;

/** An unbroken number shorter than that is an amount. */
const SHORTEST_UNBROKEN = 10;
/** Of a person in Kazakhstan: the individual identification number. */
const IDENTIFICATION = 12;

function kindOfNumber(found: string): "phone" | "number" | undefined {
  const digits = found.match(/\p{Nd}/gu)?.length ?? 0;
  const all = found.replace(/[^\p{L}\p{Nd}|]/gu, "").length;
  const unbroken = /^\p{Nd}+$/u.test(found);
  // A row of letters with a digit in it is a word.
  if (digits < 6) return undefined;
  if (all === IDENTIFICATION && !found.includes("+")) return "number";
  if (HARMLESS.test(found) || (unbroken && all < SHORTEST_UNBROKEN)) return undefined;
  return "phone";
}

/** What a text looks like holding; each sign once. */
export function personalIn(text: string): Personal[] {
  const plain = text.normalize("NFKC");
  const signs = new Set<Personal>();
  const isNamed = NAMED.test(folded(plain)) || PATRONYMIC.test(plain);
  if (isNamed) signs.add("name");
  else if (CAPITALS.test(plain)) signs.add("capitals");
  for (const [found] of plain.matchAll(DIGITS)) {
    const kind = kindOfNumber(found.trim());
    if (kind !== undefined) signs.add(kind);
  }
  if (ADDRESS.test(plain.toLowerCase())) signs.add("address");
  return [...signs];
}
