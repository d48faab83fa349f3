import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { readPublicAddress, underPublicAddress } from "../../functions/local/public-address.ts";

const NGINX = "10.1.2.3";
const FORWARDED = { "x-forwarded-proto": "https", "x-forwarded-host": "consult.example" };

/** The target of a request once its address is settled. */
function settled(
  [publicUrl, proxies]: readonly [string | undefined, string | undefined],
  url: string,
  remoteAddress = NGINX,
  headers: Record<string, string> = FORWARDED,
): string | undefined {
  const remoteFamily = remoteAddress.includes(":") ? "IPv6" : "IPv4";
  const incoming = {
    url,
    headers: { host: "kenes:8080", ...headers },
  } as unknown as IncomingMessage;
  Object.assign(incoming, { socket: { remoteAddress, remoteFamily } });
  underPublicAddress(incoming, readPublicAddress(publicUrl, proxies));
  return incoming.url;
}

describe("the address of a request", () => {
  test.each([
    [
      "behind a trusted proxy, is what it says",
      [undefined, "10.0.0.0/8"],
      NGINX,
      "https://consult.example/c/x?lang=kk",
    ],
    ["behind any other, is its own", [undefined, "10.9.0.0/16, ::1"], NGINX, "/c/x?lang=kk"],
    ["without a setting, is its own", [undefined, undefined], "127.0.0.1", "/c/x?lang=kk"],
    [
      "with a public one, is that",
      ["https://public.example", "10.1.2.3"],
      NGINX,
      "https://public.example/c/x?lang=kk",
    ],
    [
      "with a public one, is that for a proxy here",
      ["https://public.example", undefined],
      "::1",
      "https://public.example/c/x?lang=kk",
    ],
    [
      "with a public one, is its own for anybody else",
      ["https://public.example", undefined],
      NGINX,
      "/c/x?lang=kk",
    ],
  ] as const)("%s", (_, setting, from, expected) => {
    expect(settled(setting, "/c/x?lang=kk", from)).toBe(expected);
  });

  test("that the sender writes out in its target counts for nothing", () => {
    const target = "https://evil.example/organise?a=1";
    expect(settled([undefined, undefined], target)).toBe("/organise?a=1");
    expect(settled(["https://public.example", NGINX], target)).toBe(
      "https://public.example/organise?a=1",
    );
    expect(settled([undefined, undefined], "*")).toBe("/");
  });

  test.each([
    ["no scheme", { "x-forwarded-host": "consult.example" }],
    ["a scheme that is none of the web", { ...FORWARDED, "x-forwarded-proto": "ftp" }],
    ["a host that is none", { ...FORWARDED, "x-forwarded-host": "a b" }],
  ])("is its own where a trusted proxy says %s", (_, headers) => {
    expect(settled([undefined, NGINX], "/", NGINX, headers)).toBe("/");
  });

  test("is what the nearest of several proxies says", () => {
    const headers = {
      "x-forwarded-proto": "http, https",
      "x-forwarded-host": "evil, consult.example",
    };
    expect(settled([undefined, NGINX], "/", NGINX, headers)).toBe("https://consult.example/");
  });
});

test.each([
  ["consult.example", undefined, "PUBLIC_URL"],
  ["https://consult.example/kenes", undefined, "PUBLIC_URL"],
  ["ftp://consult.example", undefined, "PUBLIC_URL"],
  [undefined, "nginx", "TRUSTED_PROXY"],
  [undefined, "10.0.0.0/99", "TRUSTED_PROXY"],
])("settings %j and %j are refused with what to write instead", (publicUrl, proxies, name) => {
  expect(() => readPublicAddress(publicUrl, proxies)).toThrow(new RegExp(`^${name} .*such as`));
});
