/** Texts that somebody might put wherever a text goes. Each that is not bytes alone holds the mark. */

/** In all that is sent wrongly; no answer repeats it but as a person's own text, in their own form. */
export const MARK = "zqx7";
/** It as a tag: nowhere may it stand like this. */
export const TAG = `<${MARK}>`;

export const TEXTS: Readonly<Record<string, string>> = {
  "a tag": `"'>${TAG}`,
  NUL: `a\0${MARK}`,
  "control signs": `${MARK}\u0001\u0007\u001b[31m\u007f\u0085`,
  "signs of direction": `\u202e${MARK}\u2066\u200f\u061c\ufeff`,
  "one half of a pair": `\ud800${MARK}`,
  "the other half": `${MARK}\udfff`,
  "combining signs": `${MARK}${"\u0301".repeat(500)}`,
  "very long": `${MARK}${"ә".repeat(9_000)}`,
  "a prototype": "__proto__",
  "a constructor": "constructor",
  "a path": `../../../${MARK}/etc/passwd`,
  "an address": `https://${MARK}.example/`,
  "an address without a scheme": `//${MARK}.example`,
  "an address that runs": `javascript:alert('${MARK}')`,
  "a formula": `=cmd|'/c ${MARK}'!A0`,
  "a header": `${MARK}\r\nSet-Cookie: ${MARK}=1`,
  "a template": `\${${MARK}}{{${MARK}}}`,
  "a key of a table": `C#${MARK}/META#attribute_not_exists(pk)`,
  number: "1e309",
  "a negative number": "-1",
  "a large number": "99999999999999999999",
  "no number": "NaN",
  "a day that is none": "2026-02-30",
  "a year far away": "+275760-09-13",
};

/** What may stand in place of a part of an address, as it stands in an address. */
export const PIECES: readonly string[] = [
  "..%2f..%2fetc%2fpasswd",
  "%2e%2e",
  "%00",
  `%00${MARK}`,
  "%ff",
  "%",
  "%zz",
  "%u0041",
  "%e2%80%ae",
  "%ed%a0%80",
  "%0d%0aSet-Cookie:%20a=b",
  "__proto__",
  "constructor",
  "toString",
  "-1",
  "0",
  "1e3",
  "99999999999999999999",
  "%20",
  "a%20b",
  `%3C${MARK}%3E`,
  "%27%20OR%201=1--",
  "*",
  "a;b=c",
  "%2F",
  `${MARK}.json`,
  ".hidden",
  "%D2%9B%D3%99",
  "x".repeat(3_000),
  "%25".repeat(900),
];

/** Names that fields of our forms have, or that somebody might hope they have. */
export const FIELDS: readonly string[] = [
  ..."answer code name role language label count address title text reason step stage".split(" "),
  ..."confirmed organiser passkey recommendation status day original note file from id".split(" "),
  ..."way group hook key verdict number order wording revision first via channel panel".split(" "),
  ..."invitation public to carried place do sent corrects entry acts standing all desk".split(" "),
  ..."addressee expires steps kind theme merge one field value undo seen proposal by".split(" "),
  ..."rating.W1 rating.K1 about.region text.K1 publish.K1 statement.en source.title".split(" "),
  ..."title.en summary.en label.en about.0.code recommendations.0.text.en as-whom".split(" "),
  "__proto__",
  "constructor",
  "csrf2",
  "admin",
  "toString",
  "emailVerified",
];
