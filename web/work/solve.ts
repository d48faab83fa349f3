/** Searches for the key of a challenge with WebCrypto alone, in a page, a worker, or Node. */
import type { Challenge, Solution } from "../../domain/work/challenge.ts";

const KEY_BITS = 128;
const TARGET_DIGITS = 16;

/**
 * The solution, after at most `challenge.most` derivations. `progress` is told after each which share of them is done,
 * from 0 to 1: on average it ends at a half. Rejects where there is no WebCrypto (a page without TLS).
 */
export async function solve(
  challenge: Challenge,
  progress: (share: number) => void = () => undefined,
): Promise<Solution> {
  const { salt, cost, most, target } = challenge;
  const text = new TextEncoder();
  const how = { name: "PBKDF2", hash: "SHA-256", salt: text.encode(salt), iterations: cost };
  for (let counter = 1; counter <= most; counter++) {
    const password = await crypto.subtle.importKey(
      "raw",
      text.encode(String(counter)),
      "PBKDF2",
      false,
      ["deriveBits"],
    );
    const bits = new Uint8Array(await crypto.subtle.deriveBits(how, password, KEY_BITS));
    const key = Array.from(bits, (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (key.slice(0, TARGET_DIGITS) === target) return { ...challenge, key };
    progress(counter / most);
  }
  throw new Error("the challenge has no solution");
}

/** A solution as the body of a ballot carries it, in the place `work`. */
export const packed = (solution: Solution): string => btoa(JSON.stringify(solution));
