/**
 * Which numbers on the network anybody may ask us to call: those of hosts that everybody can reach, and nothing
 * else. Source: the IANA registries of special-purpose addresses (RFC 6890), as of 2026.
 */
import { BlockList, isIP } from "node:net";

/** Everything of IPv4 that is not a public host's. */
const REFUSED_4: readonly [string, number][] = [
  ["0.0.0.0", 8], // this network
  ["10.0.0.0", 8], // private
  ["100.64.0.0", 10], // shared by a carrier's customers; Alibaba's metadata
  ["127.0.0.0", 8], // loopback
  ["168.63.129.16", 32], // Azure's own, of a public range
  ["169.254.0.0", 16], // link-local; metadata of AWS, Azure and Google
  ["172.16.0.0", 12], // private
  ["192.0.0.0", 24], // protocol assignments; Oracle's metadata
  ["192.0.2.0", 24], // documentation
  ["192.88.99.0", 24], // relays of 6to4
  ["192.168.0.0", 16], // private
  ["198.18.0.0", 15], // benchmarks
  ["198.51.100.0", 24], // documentation
  ["203.0.113.0", 24], // documentation
  ["224.0.0.0", 4], // multicast
  ["240.0.0.0", 4], // reserved, broadcast
];

/** What of the global unicast range of IPv6 is not a public host's, or holds a number of IPv4. */
const REFUSED_6: readonly [string, number][] = [
  ["2001::", 23], // protocol assignments, Teredo, ORCHID
  ["2001:db8::", 32], // documentation
  ["2002::", 16], // 6to4
  ["3fff::", 20], // documentation
];

const refused = new BlockList();
for (const [net, bits] of REFUSED_4) refused.addSubnet(net, bits, "ipv4");
for (const [net, bits] of REFUSED_6) refused.addSubnet(net, bits, "ipv6");

/**
 * All of IPv6 that is given out to hosts. Outside are loopback, unique-local, link-local and multicast, IPv4 that is mapped, and what
 * translates to it (64:ff9b::/96), whatever stands behind: whoever can be reached by that has a number of IPv4 too.
 */
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");

/** Whether a number, of either version, is that of a host that everybody can reach. What is no number is none. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !refused.check(address, "ipv4");
  // A zone index names a link of this machine.
  if (version !== 6 || address.includes("%")) return false;
  return global6.check(address, "ipv6") && !refused.check(address, "ipv6");
}
