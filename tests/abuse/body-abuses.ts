import { brotliCompressSync, gzipSync } from "node:zlib";
import type { ProblemCode } from "../../domain/problem.ts";
import { BOUNDARY, bodyOf, bytes, multipart, TYPES } from "./good.ts";
import { FIELDS, MARK, TAG, TEXTS } from "./hostile.ts";
import { type Abuse, type Row, withHeaders } from "./row.ts";
import type { Way } from "./ways.ts";

const has = ({ body }: Way) => body !== undefined;

/** Bodies of bytes for which only one answer is right, whatever they were meant for. */
const OF_BYTES: readonly Abuse[] = [
  {
    name: "body said to be",
    fits: has,
    rows(way, good) {
      const type = TYPES[way.body!];
      const types = [
        "text/plain",
        "",
        MARK,
        "multipart/form-data",
        `${type.split(";")[0]}x`,
        "*/*",
        ...["koi8-r", "utf-16", "windows-1251"].map((charset) => `${type}; charset=${charset}`),
        way.body === "json" ? TYPES.form : TYPES.json,
      ];
      return [
        ...types.map((one) => withHeaders(good, { "Content-Type": one })),
        withHeaders({ ...good, body: gzipSync(good.body!) }, { "Content-Encoding": "gzip" }),
        withHeaders(
          { ...good, body: brotliCompressSync(good.body!) },
          { "Content-Encoding": "br" },
        ),
        withHeaders(good, { "Content-Encoding": "x-unknown" }),
      ].map((raw, at) => ({
        name: types[at] ?? String(raw.headers["Content-Encoding"]),
        raw,
        codes: ["content-type-wrong"],
      }));
    },
  },
  {
    name: "body",
    fits: has,
    rows(way, good) {
      const row = (name: string, body: Uint8Array, ...codes: ProblemCode[]): Row => ({
        name,
        raw: { ...good, body },
        ...(codes.length > 0 && { codes }),
      });
      const large = Buffer.alloc(way.mostBytes + 1, MARK);
      const noText: ProblemCode[] =
        way.body === "parts" ? ["content-type-wrong"] : ["body-not-utf8", "body-not-json"];
      return [
        row("empty", new Uint8Array(), "body-empty"),
        row("too large", large, "body-too-large"),
        row("no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), ...noText),
        row("UTF-16", Buffer.from(`\ufeff${MARK}`, "utf16le"), ...noText),
        row("cut inside a letter", Buffer.from("қ").subarray(0, 1), ...noText),
        row("NUL alone", new Uint8Array(64)),
        {
          name: "too large, of a length that nobody was told",
          raw: withHeaders({ ...good, body: large }, { "Transfer-Encoding": "chunked" }),
          codes: ["body-too-large"],
        },
      ];
    },
  },
];

const OF_JSON: Abuse = {
  name: "json",
  fits: ({ body }) => body === "json",
  rows(way, good, place) {
    const right = bodyOf(way, place);
    const row = (name: string, text: string, ...codes: ProblemCode[]): Row => ({
      name,
      raw: { ...good, body: bytes(text) },
      ...(codes.length > 0 && { codes }),
    });
    const refused: ProblemCode[] = way.isStrict
      ? ["ballot-invalid", "remarks-invalid", "request-invalid"]
      : [];
    const first = Object.keys((way.json as object) ?? {})[0] ?? "code";
    return [
      ...[`{"${MARK}`, MARK, "{'a':1}", "[1,]", "{}{}", "NaN", "\u00a0{}", '{"a":1e}'].map((text) =>
        row(text, text, "body-not-json"),
      ),
      ...["null", "[]", '""', "1", "true", "-0", "1e400"].map((text) =>
        row(text, text, ...(way.isStrict ? refused : [])),
      ),
      row("deep", "[".repeat(20_000) + "]".repeat(20_000), ...refused),
      row("deep within", `{"${first}":${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}}`, ...refused),
      row("a key that nobody knows", `{"${MARK}":1,${right.slice(1)}`, ...refused),
      row("__proto__", `{"__proto__":{"admin":true},${right.slice(1)}`, ...refused),
      row("constructor", `{"constructor":{"prototype":{"a":1}},${right.slice(1)}`, ...refused),
      row("a key twice", `{"csrf2":1,"csrf2":1,${right.slice(1)}`, "body-not-json"),
      row("many keys", JSON.stringify(Object.fromEntries(FIELDS.map((one) => [one, MARK])))),
      ...Object.entries(TEXTS).map(([name, text]) =>
        row(name, bodyOf(way, place, hostile(way, text))),
      ),
      ...["null", "[]", "{}", "1e400", "-1", "0.5", '"x"', "[[]]", "true"].map((value) =>
        row(`values ${value}`, bodyOf(way, place, hostile(way, JSON.parse(value)))),
      ),
    ];
  },
};

/** In place of each value of a good body the hostile one, its own names kept. */
const hostile = ({ json }: Way, value: unknown): object =>
  Object.fromEntries(Object.keys((json as object) ?? {}).map((name) => [name, value]));

const OF_FORMS: Abuse = {
  name: "form",
  fits: ({ body }) => body === "form",
  rows(way, good, place) {
    const right = bodyOf(way, place);
    const row = (name: string, text: string, ...codes: ProblemCode[]): Row => ({
      name,
      raw: { ...good, body: bytes(text) },
      ...(codes.length > 0 && { codes }),
    });
    return [
      ...["%ff", "%c0%af", "%ed%a0%80"].map((one) =>
        row(one, `${right}&a=${one}`, "body-not-utf8"),
      ),
      ...(way.right === undefined
        ? []
        : [
            row("another's token", bodyOf(way, place, { csrf: MARK }), "session-token"),
            row("no token", right.replace(/csrf=[^&]*&?/, ""), "session-token"),
          ]),
      row("everything twice", `${right}&${right}`),
      row("nothing but signs", `${right}&&&=&=%&%zz=%`),
      row(
        "many fields",
        `${right}&${Array.from({ length: 900 }, (_, at) => `f${at}=1`).join("&")}`,
      ),
      ...Object.entries(TEXTS).map(([name, text]) =>
        row(name, bodyOf(way, place, everywhere(text))),
      ),
      ...longOnes().map(([name, fields]) => row(name, bodyOf(way, place, fields))),
    ];
  },
};

/** Texts longer than a key of the store may be, in a tenth of the fields at a time: all together are too large. */
const longOnes = (): [string, Record<string, string>][] =>
  Array.from({ length: 10 }, (_, part) => [
    `very long, of ten ${part}`,
    Object.fromEntries(
      FIELDS.filter((_, at) => at % 10 === part).map((one) => [one, MARK + "x".repeat(4_000)]),
    ),
  ]);

/** Every name that a field may have, but for what says whose form it is. */
const everywhere = (text: string): Record<string, string> =>
  Object.fromEntries(FIELDS.map((one) => [one, text.slice(0, 700)]));

const OF_PARTS: Abuse = {
  name: "parts",
  fits: ({ body }) => body === "parts",
  rows(way, good, place) {
    const right = bodyOf(way, place);
    const file = (head: string, text: string) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n${right}`;
    const bodies: Record<string, string> = {
      "cut off": right.slice(0, -20),
      "no end": right.replace(`--${BOUNDARY}--`, ""),
      "another boundary": right.replaceAll(BOUNDARY, MARK),
      "a part without a name": file("", MARK),
      "a name with a tag": file(`name="${TAG}"`, MARK),
      "a file with a path": file(`name="file"; filename="../../${MARK}"`, MARK),
      "two files": file('name="file"; filename="a"', file('name="file"; filename="b"', MARK)),
      "a file of NUL": file('name="file"; filename="a.xlsx"', "PK\u0003\u0004\0\0\0\0"),
      "a file of signs": file('name="file"; filename="a.csv"', Object.values(TEXTS).join("\n")),
      "a picture that is none": file('name="file"; filename="a.svg"', `<svg onload="x">${TAG}`),
      "a bomb of names": file(
        'name="file"; filename="a.svg"',
        '<!DOCTYPE a [<!ENTITY b "c">]><svg>&b;',
      ),
      "a header that never ends": `--${BOUNDARY}\r\n${"X-A: b\r\n".repeat(900)}`,
    };
    const rows = Object.entries(bodies).map(([name, body]) => ({ name, body: bytes(body) }));
    const texts = Object.entries(TEXTS).map(([name, text]) => {
      const token = place.right.token ?? "";
      return { name, body: bytes(multipart({ ...everywhere(text), csrf: token })) };
    });
    return [...rows, ...texts].map(({ name, body }) => ({ name, raw: { ...good, body } }));
  },
};

export const BODY_ABUSES: readonly Abuse[] = [...OF_BYTES, OF_JSON, OF_FORMS, OF_PARTS];
