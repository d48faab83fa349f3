import { describe, expect, onTestFinished, test } from "vitest";
import type { Hosting } from "../../../functions/http/environment.ts";
import { askersBehind } from "../../../functions/local/asker.ts";
import { addressOf, close, listen } from "../../../functions/local/serve.ts";
import { readPublicAddress } from "../../../functions/local/public-address.ts";

const direct = readPublicAddress(undefined, undefined);
const behind = readPublicAddress("https://votes.example.org", "127.0.0.1, 10.0.0.0/8");

const from = (remoteAddress: string | undefined, forwarded?: string | string[]) => ({
  headers: { "x-forwarded-for": forwarded },
  socket: { remoteAddress },
});

describe("those who ask are told apart", () => {
  const askerOf = askersBehind(direct);
  const of = (address: string) => askerOf(from(address));

  test.each([
    ["198.51.100.7", "198.51.100.250"],
    ["198.51.100.7", "::ffff:198.51.100.9"],
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff"],
    ["2001:db8:1:2::1", "2001:0DB8:0001:0002::2%eth0"],
    ["2001:db8::1", "2001:db8:0:0:1::"],
  ])("not %s and %s", (one, other) => {
    expect(of(one)).toBe(of(other));
    expect(of(one)).toBeDefined();
  });

  test.each([
    ["198.51.100.7", "198.51.101.7"],
    ["2001:db8:1:2::1", "2001:db8:1:3::1"],
    ["2001:db8::1", "2001:db8:1::1"],
  ])("but %s and %s", (one, other) => {
    expect(of(one)).not.toBe(of(other));
  });

  test("by what says nothing of the address, and is another at every start", () => {
    expect(of("198.51.100.7")).toMatch(/^[\w-]{43}$/);
    expect(askersBehind(direct)(from("198.51.100.7"))).not.toBe(of("198.51.100.7"));
  });

  test("for a day: with each a new key is drawn, and the old one is gone", () => {
    let at = "2026-11-29T10:00:00Z";
    const askerOf = askersBehind(direct, () => new Date(at));
    const first = askerOf(from("198.51.100.7"));
    at = "2026-11-29T23:59:59.999Z";
    expect(askerOf(from("198.51.100.7"))).toBe(first);
    at = "2026-11-30T00:00:00Z";
    const second = askerOf(from("198.51.100.7"));
    expect(second).not.toBe(first);
    expect(askerOf(from("198.51.100.8"))).toBe(second);
    // Nor does it come back with a clock that is set back.
    at = "2026-11-29T10:00:00Z";
    expect(askerOf(from("198.51.100.7"))).not.toBe(first);
  });

  test.each(["127.0.0.1", "::1", "::ffff:127.0.0.1", undefined, "nonsense"])(
    "not %s",
    (address) => {
      expect(askerOf(from(address))).toBeUndefined();
    },
  );
});

describe("behind a proxy", () => {
  const askerOf = askersBehind(behind);

  test("counts who the last trusted one says asked, whatever stands before", () => {
    const asker = askerOf(from("127.0.0.1", "198.51.100.7"));
    expect(asker).toBeDefined();
    expect(askerOf(from("127.0.0.1", "203.0.113.9, 198.51.100.8"))).toBe(asker);
    expect(askerOf(from("127.0.0.1", ["203.0.113.9", "198.51.100.8, 10.1.2.3"]))).toBe(asker);
    expect(askerOf(from("198.51.100.1", "203.0.113.9"))).toBe(asker);
    expect(askerOf(from("127.0.0.1", "203.0.113.9"))).not.toBe(asker);
  });

  test("of one that does not say nobody is told apart", () => {
    expect(askerOf(from("10.0.0.1"))).toBeUndefined();
    expect(askerOf(from("127.0.0.1", "unknown"))).toBeUndefined();
  });

  test("what somebody else says is not believed", () => {
    const asker = askersBehind(direct);
    const one = asker(from("198.51.100.7", "203.0.113.9"));
    expect(one).toBe(asker(from("198.51.100.7", "192.0.2.1")));
  });
});

test("over a connection the app is given them, and only if it asks", async () => {
  const came: Hosting[] = [];
  const answer = (_: Request, hosting: Hosting) => {
    came.push(hosting);
    return new Response("here");
  };
  const server = await listen(answer, 0, "127.0.0.1", behind);
  onTestFinished(() => close(server));
  for (const forwarded of ["198.51.100.7", "198.51.100.9", "203.0.113.9"]) {
    await fetch(addressOf(server), { headers: { "X-Forwarded-For": forwarded } });
  }
  await fetch(addressOf(server));
  const [one, same, other, here] = came.map(({ asker }) => asker?.());
  expect(one).toMatch(/^[\w-]{43}$/);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
  expect(here).toBeUndefined();
});
