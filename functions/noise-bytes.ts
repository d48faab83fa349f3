import { createCipheriv, createHmac } from "node:crypto";
import type { NoiseBytes } from "../domain/disclosure/noise.ts";

/**
 * The noise of one consultation, from its own secret: for each table a key by HMAC-SHA-256, and for
 * each release of it a key stream of its own by AES-256 in counter mode. Nothing is stored, and a
 * release can be made again byte for byte; to whoever lacks the secret it is random.
 */
export const noiseBytes =
  (secret: Uint8Array, consultation: string): NoiseBytes =>
  (table, release, bytes) => {
    const key = createHmac("sha256", secret)
      .update(`kenes-noise/1\0${consultation}\0${table}`)
      .digest();
    // The upper half of the counter says which release; no table has 2^64 blocks.
    const counter = Buffer.alloc(16);
    counter.writeBigUInt64BE(BigInt(release));
    return createCipheriv("aes-256-ctr", key, counter).update(Buffer.alloc(bytes));
  };
