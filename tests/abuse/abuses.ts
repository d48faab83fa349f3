import type { ProblemCode } from "../../domain/problem.ts";
import { BODY_ABUSES } from "./body-abuses.ts";
import { addressOf } from "./good.ts";
import { MARK, PIECES, TAG } from "./hostile.ts";
import { OF_RIGHTS } from "./right-abuses.ts";
import { type Abuse, type Row, withHeaders } from "./row.ts";
import type { Way } from "./ways.ts";

const always = () => true;
/** What no consultation of that name is told as. */
const UNKNOWN: Readonly<Record<Way["kind"], readonly ProblemCode[]>> = {
  api: ["consultation-unknown"],
  page: ["consultation-unknown"],
  console: ["page-unknown"],
  program: ["key-refused"],
  desk: [],
};

const AT_ADDRESSES: readonly Abuse[] = [
  {
    name: "method",
    fits: always,
    rows: (_, good) => [
      ...["PATCH", "PROPFIND"].map((method): Row => ({
        name: method,
        raw: { ...good, method },
        statuses: [405],
        codes: ["method-not-allowed"],
      })),
      { name: "TRACE", raw: { ...good, method: "TRACE", body: undefined }, statuses: [405, 400] },
    ],
  },
  {
    name: "consultation",
    fits: ({ path }) => path.includes(":id"),
    rows: (way, good) => [
      {
        name: "unknown",
        raw: { ...good, path: addressOf(way, { id: "nowhere" }) },
        // Of the console it depends on who asks; nobody signs in to what is not there.
        codes: UNKNOWN[way.kind],
      },
      ...(way.right === undefined
        ? []
        : [
            {
              name: "foreign",
              raw: { ...good, path: addressOf(way, { id: "elsewhere" }) },
              ...(way.right !== "receipt" && { codes: UNKNOWN[way.kind] }),
            },
          ]),
    ],
  },
  {
    name: "address",
    fits: always,
    rows(way, good) {
      const names = [...way.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
      const pieces = names.flatMap((name) =>
        PIECES.map((piece) => ({
          name: `${name} = ${piece.slice(0, 40)}`,
          raw: { ...good, path: addressOf(way, { [name]: piece }) },
        })),
      );
      const path = addressOf(way);
      const whole = [`${path}/`, `${path}//`, `/.${path}`, `/x/%2e%2e${path}`, `/${path}`];
      return [
        ...pieces,
        ...whole.map((one) => ({ name: one.slice(0, 40), raw: { ...good, path: one } })),
      ];
    },
  },
  {
    name: "query",
    fits: always,
    rows: (way, good) =>
      [
        `lang=${MARK}`,
        "lang=kk&lang=ru&limit=1&limit=x&after=1&after=2&page=0&page=-1",
        "lang=__proto__",
        "lang=%ff%00",
        `${MARK}=%3C${MARK}%3E&a[]=1&a[b]=2`,
        "limit=1e309&after=%00&page=NaN&from=-1&to=999999999999&with=..%2f",
        "limit=&after=&page=&from=&to=&chart=&size=&format=&url=&with=",
        `recommendation=%3C${MARK}%3E&corrects=x&recorded=x&passkey=%00&via=%00&about=%3C${MARK}%3E`,
        `filter=x&group=..%2f&hook=%00&number=x&q=${"%D2%9B".repeat(200)}`,
        "%",
        "&&&===&",
        "x".repeat(7_000),
        Array.from({ length: 900 }, (_, at) => `a${at}=1`).join("&"),
      ]
        .map((query): Row => ({
          name: query.slice(0, 40),
          raw: { ...good, path: `${addressOf(way)}?${query}` },
        }))
        .concat([
          {
            name: "a secret",
            raw: { ...good, path: `${addressOf(way)}?token=${MARK}` },
            codes: ["secret-in-address"],
          },
        ]),
  },
  {
    name: "headers",
    fits: always,
    rows: (_, good) =>
      (
        [
          { Range: "bytes=0-1" },
          { Range: "bytes=99999999-,-5,x" },
          { "If-None-Match": `"${MARK}"` },
          { "If-None-Match": '"unended, W/"x' },
          { "If-None-Match": "*" },
          { "If-Match": `"${MARK}"` },
          {
            "If-Modified-Since": "yesterday",
            "If-Unmodified-Since": "Thu, 01 Jan 1970 00:00:00 GMT",
          },
          { Accept: `${MARK}/*;q=x` },
          { "Accept-Language": `${"kk,".repeat(500)}${MARK}` },
          { "Accept-Language": "x-\u00ff;q=NaN, *;;;, -" },
          { "Accept-Encoding": "gzip;q=0, identity;q=0, *;q=x" },
          { Cookie: `${good.headers["Cookie"] ?? ""}; ${"a=b; ".repeat(200)}__proto__=${MARK}` },
          { "X-Forwarded-For": TAG, "X-Forwarded-Host": `${MARK}.example`, Forwarded: "for=x" },
          { "X-HTTP-Method-Override": "DELETE", "X-Original-URL": "/organise" },
          { Expect: "nothing", Upgrade: "h2c", "HTTP2-Settings": MARK },
          { "User-Agent": TAG, Referer: `https://${MARK}.example/` },
          { "Idempotency-Key": `${MARK}${"x".repeat(300)}` },
        ] as Record<string, string>[]
      ).map((headers) => ({
        name: JSON.stringify(headers).slice(0, 60),
        raw: withHeaders(good, headers),
      })),
  },
  {
    name: "head",
    fits: ({ method }) => method === "GET",
    rows: (_, good) => [{ name: "HEAD", raw: { ...good, method: "HEAD" } }],
  },
];

export const ABUSES: readonly Abuse[] = [...AT_ADDRESSES, OF_RIGHTS, ...BODY_ABUSES];
