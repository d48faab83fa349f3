import type { LambdaEvent } from "hono/aws-lambda";
import { expect, test } from "vitest";
import { askersOfEvents } from "../../../functions/lambda/asker.ts";

/** An edge of CloudFront. */
const EDGE = "192.0.2.1";

const event = (headers: Record<string, string>, sourceIp: string | undefined = EDGE) =>
  ({ headers, requestContext: { http: { sourceIp } } }) as unknown as LambdaEvent;
const viewedBy = (address: string) => ({ "kenes-viewer": address });

test("behind CloudFront those who ask are told apart by the address that it says", () => {
  const askerOf = askersOfEvents();
  const one = askerOf(event(viewedBy("198.51.100.7")));
  expect(one).toMatch(/^[\w-]{43}$/);
  expect(askerOf(event(viewedBy("198.51.100.9"), "192.0.9.9"))).toBe(one);
  expect(askerOf(event(viewedBy("203.0.113.9")))).not.toBe(one);
  expect(askerOf(event(viewedBy("2001:db8:1:2::1")))).toBe(
    askerOf(event(viewedBy("2001:db8:1:2::9"))),
  );
});

test("an event without an address is of nobody in particular", () => {
  const askerOf = askersOfEvents();
  expect(askerOf(event({}))).toBeUndefined();
  expect(askerOf(event({ "x-forwarded-for": "198.51.100.7" }))).toBeUndefined();
  expect(askerOf(event(viewedBy("unknown")))).toBeUndefined();
  expect(askerOf({} as LambdaEvent)).toBeUndefined();
});
