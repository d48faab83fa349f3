import { expect, test } from "vitest";
import { ROLES } from "../../../domain/organiser/role.ts";
import { HOME, type Stop, STOPS, through, useWalkers } from "./walk.ts";

/*
 * What is refused at every endpoint of the console before it is asked who may: each is tried by somebody of
 * each role in turn. Who may is in access.test.ts, for every role at every endpoint.
 */

const walkers = useWalkers();
const { ask } = walkers;

const TO_SIGN_IN = [303, "/organise/sign-in?lang=en"];

const writes = STOPS.filter(({ endpoint }) => endpoint.method === "POST");
const named = (stops: readonly Stop[]) => stops.map((stop) => [stop.name, stop] as const);
const signInFor = (stop: Stop) => {
  const role = ROLES[STOPS.indexOf(stop) % ROLES.length]!;
  return walkers.organisers.signIn(walkers.people[role]);
};

const OTHER_ORIGINS: Record<string, string>[] = [
  { Origin: "https://evil.example" },
  { Origin: "http://localhost:81" },
  { Origin: "https://localhost" },
  { Origin: "null" },
  { Origin: "" },
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site" },
  { "Sec-Fetch-Site": "none" },
  { Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" },
];

test.each(named(writes))("from another site, or nobody knows from where: %s", async (_, stop) => {
  const session = await signInFor(stop);
  const from = async (headers: Record<string, string>) => ask(stop, { ...session, headers });
  for (const headers of OTHER_ORIGINS) {
    expect([headers, await from(headers)]).toEqual([headers, [403, "cross-site"]]);
  }
  // As a browser sends a form under our referrer policy.
  expect(await from({ Origin: "null", "Sec-Fetch-Site": "same-origin" })).not.toContain(
    "cross-site",
  );
});

test.each(named(writes.filter(({ row }) => row.may !== "anybody")))(
  "without the form's token, or with another session's: %s",
  async (_, stop) => {
    const { cookie, token: own } = await signInFor(stop);
    const { token: other } = await signInFor(stop);
    for (const token of [undefined, "", "x", other, `${own}x`]) {
      expect(await ask(stop, { cookie, token })).toEqual([403, "session-token"]);
    }
    // Nothing of it was done: the session lives.
    expect(await ask(HOME, { cookie })).toEqual([200]);
  },
);

test.each(named(writes))("with content of another type: %s", async (_, stop) => {
  const session = await signInFor(stop);
  const isJson = stop.endpoint.body === "json";
  const wrong = isJson ? "application/x-www-form-urlencoded" : "application/json";
  for (const type of [wrong, "text/plain", "multipart/form-data", ""]) {
    const headers = { "Content-Type": type };
    expect(await ask(stop, { ...session, headers })).toEqual([415, "content-type-wrong"]);
  }
});

test.each(named(STOPS))("without a session, at %s", async (_, stop) => {
  const cookies = [undefined, "kenes=", "kenes=made-up", "kenes=a; kenes=b", "__Host-kenes=x"];
  for (const cookie of cookies) {
    const got = await ask(stop, { cookie, token: "x" });
    const expected = stop.row.may === "anybody" ? through(stop) : TO_SIGN_IN;
    expect([cookie, got]).toEqual([cookie, expected]);
  }
});
