import { describe, expect, test } from "vitest";
import { readHookAddress } from "../../../functions/hook/address.ts";
import { isPublicAddress } from "../../../functions/hook/public-address.ts";

describe("a number is called", () => {
  test.each([
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "198.17.255.255",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2001:4860:4860::8888",
    "2a00:1450:4001::1",
  ])("%s", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe("a number is not called", () => {
  test.each([
    ["this network", "0.0.0.0"],
    ["this network", "0.1.2.3"],
    ["loopback", "127.0.0.1"],
    ["loopback", "127.255.255.254"],
    ["private", "10.0.0.1"],
    ["private", "172.16.0.1"],
    ["private", "172.31.255.255"],
    ["private", "192.168.1.1"],
    ["link-local", "169.254.1.1"],
    ["metadata of AWS, Azure, Google", "169.254.169.254"],
    ["credentials of containers on AWS", "169.254.170.2"],
    ["Azure's own", "168.63.129.16"],
    ["metadata of Alibaba", "100.100.100.200"],
    ["metadata of Oracle", "192.0.0.192"],
    ["shared by a carrier", "100.64.0.1"],
    ["documentation", "192.0.2.1"],
    ["benchmarks", "198.19.0.1"],
    ["multicast", "224.0.0.1"],
    ["multicast", "239.255.255.250"],
    ["reserved", "250.0.0.1"],
    ["broadcast", "255.255.255.255"],
    ["loopback", "::1"],
    ["none", "::"],
    ["IPv4 in it", "::ffff:127.0.0.1"],
    ["IPv4 in it", "::ffff:10.0.0.1"],
    ["IPv4 in it", "::ffff:1.1.1.1"],
    ["IPv4 in it", "::ffff:7f00:1"],
    ["IPv4 in it, of old", "::127.0.0.1"],
    ["NAT64 of loopback", "64:ff9b::7f00:1"],
    ["NAT64 of metadata", "64:ff9b::169.254.169.254"],
    ["NAT64 of one's own", "64:ff9b:1::a00:1"],
    ["6to4 of private", "2002:a00:1::1"],
    ["6to4 of loopback", "2002:7f00:1::"],
    ["Teredo", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    ["unique-local", "fc00::1"],
    ["unique-local", "fd12:3456::1"],
    ["metadata of AWS", "fd00:ec2::254"],
    ["link-local", "fe80::1"],
    ["link-local, with a zone", "fe80::1%eth0"],
    ["public, with a zone", "2606:4700:4700::1111%1"],
    ["site-local, of old", "fec0::1"],
    ["multicast", "ff02::1"],
    ["documentation", "2001:db8::1"],
    ["documentation", "3fff::1"],
    ["discard", "100::1"],
    ["none at all", "localhost"],
    ["none at all", ""],
    ["none at all", "127.1"],
  ])("%s: %s", (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe("an address of a hook", () => {
  test.each([
    ["https://hooks.example.org/kenes", "https://hooks.example.org/kenes"],
    ["  https://hooks.example.org/a?b=c  ", "https://hooks.example.org/a?b=c"],
    ["https://hooks.example.org:443/", "https://hooks.example.org/"],
    ["https://Büro.Example/", "https://xn--bro-hoa.example/"],
    ["HTTPS://EXAMPLE.ORG", "https://example.org/"],
  ])("%s", (typed, read) => {
    expect(readHookAddress(typed)).toBe(read);
  });

  test.each([
    "",
    "hooks.example.org",
    "http://hooks.example.org/",
    "ftp://hooks.example.org/",
    "javascript:alert(1)",
    "https://hooks.example.org:8443/",
    "https://hooks.example.org:22/",
    "https://user@hooks.example.org/",
    "https://user:word@hooks.example.org/",
    "https://hooks.example.org/#part",
    "https://1.1.1.1/",
    "https://127.0.0.1/",
    // All of these are 127.0.0.1 to whoever calls.
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://①②⑦.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[fd00:ec2::254]/",
    "https://169.254.169.254/latest/meta-data/",
    "https://localhost/",
    "https://LOCALHOST./",
    "https://a.localhost/",
    "https://router.local/",
    "https://metadata.google.internal/",
    "https://intranet/",
    "https://box.home.arpa/",
    `https://hooks.example.org/${"a".repeat(500)}`,
    `https://hooks.example.org/${"ж".repeat(200)}`,
  ])("is not %s", (typed) => {
    expect(readHookAddress(typed)).toBeUndefined();
  });
});
