import type { LambdaEvent } from "hono/aws-lambda";
import { expect, test } from "vitest";
import { askersOfEvents } from "../../../functions/lambda/asker.ts";

const KEY = "said by CloudFront alone";
/** An edge of CloudFront, or whoever asks the HTTP API itself. */
const EDGE = "192.0.2.1";

const event = (headers: Record<string, string>, sourceIp: string | undefined = EDGE) =>
  ({ headers, requestContext: { http: { sourceIp } } }) as unknown as LambdaEvent;
const viewedBy = (address: string, key = KEY) => ({ "kenes-viewer": address, "kenes-site": key });

test("behind CloudFront those who ask are told apart by the address that it says", () => {
  const askerOf = askersOfEvents(KEY);
  const one = askerOf(event(viewedBy("198.51.100.7")));
  expect(one).toMatch(/^[\w-]{43}$/);
  expect(askerOf(event(viewedBy("198.51.100.9"), "192.0.9.9"))).toBe(one);
  expect(askerOf(event(viewedBy("203.0.113.9")))).not.toBe(one);
  expect(askerOf(event(viewedBy("2001:db8:1:2::1")))).toBe(
    askerOf(event(viewedBy("2001:db8:1:2::9"))),
  );
});

test("what anybody else says is not believed, and the address is theirs that asked the HTTP API", () => {
  const askerOf = askersOfEvents(KEY);
  const direct = askerOf(event({}));
  expect(direct).toBeDefined();
  for (const key of ["", "guessed", `${KEY} `]) {
    expect(askerOf(event(viewedBy("198.51.100.7", key)))).toBe(direct);
  }
  expect(askerOf(event({ "kenes-viewer": "198.51.100.7" }))).toBe(direct);
  expect(askerOf(event({ "x-forwarded-for": "198.51.100.7" }))).toBe(direct);
  // Without a key of ours nobody can say it.
  expect(askersOfEvents("")(event(viewedBy("198.51.100.7", "")))).toBeDefined();
});

test("an event without an address is of nobody in particular", () => {
  const askerOf = askersOfEvents(KEY);
  expect(askerOf(event({}, ""))).toBeUndefined();
  expect(askerOf(event(viewedBy("unknown")))).toBeUndefined();
  expect(askerOf({} as LambdaEvent)).toBeUndefined();
});
