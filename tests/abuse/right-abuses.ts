import type { ProblemCode } from "../../domain/problem.ts";
import { MARK, TAG } from "./hostile.ts";
import { type Abuse, type Row, withHeaders, without } from "./row.ts";

/** Rights that are none. Whoever has no session is led to sign in. */
export const OF_RIGHTS: Abuse = {
  name: "right",
  fits: ({ right }) => right !== undefined,
  rows(way, good, { origin }) {
    if (way.right === "receipt" || way.right === "key") {
      const [none, wrong] =
        way.right === "receipt"
          ? (["receipt-missing", "receipt-malformed"] as const)
          : (["key-missing", "key-refused"] as const);
      const bearer = (name: string, text: string, ...codes: ProblemCode[]): Row => ({
        name,
        raw: withHeaders(good, { Authorization: text }),
        codes,
      });
      return [
        { name: "none", raw: without(good, "Authorization"), codes: [none] },
        bearer("another scheme", `Basic ${MARK}`, none),
        bearer("no scheme", MARK, none),
        bearer("empty", "Bearer ", none),
        bearer("broken", `Bearer ${MARK}`, wrong),
        bearer("too long", `Bearer ${MARK}${"0".repeat(7_000)}`, wrong),
        bearer("a tag", `Bearer ${TAG}`, wrong),
        bearer("two", `Bearer ${MARK} Bearer ${MARK}`, wrong, none),
        bearer("signs", "Bearer \u00ff\u0080", wrong, none),
      ];
    }
    const cookie = good.headers["Cookie"] ?? "";
    const [name = ""] = cookie.split("=");
    const gone = (cookies: string): Row => ({
      name: cookies.slice(0, 40),
      raw: withHeaders(good, { Cookie: cookies }),
      statuses: [200, 303, 403],
    });
    const sessions = [
      "",
      `${name}=${MARK}`,
      `${name}=`,
      `${cookie}; ${cookie}`,
      `${name}=${"x".repeat(4_000)}`,
      `${name}=__proto__`,
    ].map(gone);
    if (way.method === "GET") return sessions;
    const crossing = (headers: Record<string, string>): Row => ({
      name: JSON.stringify(headers),
      raw: withHeaders(good, headers),
      codes: ["cross-site"],
    });
    return [
      ...sessions,
      crossing({ Origin: `https://${MARK}.example` }),
      crossing({ Origin: "null" }),
      crossing({ Origin: origin, "Sec-Fetch-Site": "same-site" }),
      { name: "no origin", raw: without(good, "Origin"), codes: ["cross-site"] },
    ];
  },
};
