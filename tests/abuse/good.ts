import type { Raw } from "./hostings.ts";
import type { Way } from "./ways.ts";

/** What of a right is brought along: headers, and the token that every form of a session repeats. */
export interface Right {
  headers: Readonly<Record<string, string>>;
  token?: string;
}

/** Where a request is rightly sent. */
export interface Place {
  origin: string;
  right: Right;
}

export const BOUNDARY = "zqx-boundary";
export const TYPES = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  parts: `multipart/form-data; boundary=${BOUNDARY}`,
} as const;

/** What stands in the parts of addresses where all is right. */
const PARTS: Readonly<Record<string, string>> = {
  id: "kazakhstan-2019",
  number: "1",
  chart: "ranking.svg",
  file: "results.csv",
  code: "K1",
  addressee: "K",
  hook: "none",
  part: "1",
};

/** The address of a way with its parts filled in, each as it stands in an address already. */
export const addressOf = ({ path }: Way, parts: Readonly<Record<string, string>> = {}): string =>
  path.replace(/:(\w+)(?:\{.*\})?/g, (_, part: string) => parts[part] ?? PARTS[part] ?? "none");

export const bytes = (text: string): Uint8Array => Buffer.from(text, "utf8");

/** The fields of a form in parts, each as it stands. */
export const multipart = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(
      ([name, value]) =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join("") + `--${BOUNDARY}--\r\n`;

/** A body of a way: what is right, and beside it, or in its place, something else. */
export function bodyOf(way: Way, { right }: Place, more: object = {}): string {
  const token = right.token === undefined ? {} : { csrf: right.token };
  const own = way.body === "json" ? (way.json as object) : { answer: "", ...way.fields };
  const all = { ...own, ...token, ...more } as Record<string, string>;
  if (way.body === "json") return JSON.stringify(all);
  return way.body === "parts" ? multipart(all) : new URLSearchParams(all).toString();
}

/** What somebody sends who does everything right; in Kazakh. */
export function goodRequest(way: Way, place: Place): Raw {
  return {
    method: way.method,
    path: addressOf(way),
    headers: {
      "Accept-Language": "kk",
      "Accept-Encoding": "gzip",
      ...place.right.headers,
      ...(way.method !== "GET" && way.kind !== "api" && way.kind !== "program"
        ? { Origin: place.origin }
        : {}),
      ...(way.body !== undefined && { "Content-Type": TYPES[way.body] }),
    },
    ...(way.body !== undefined && { body: bytes(bodyOf(way, place)) }),
  };
}
