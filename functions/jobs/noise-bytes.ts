import { createCipheriv, createHmac, createSecretKey } from "node:crypto";
import type { NoiseBytes } from "../../domain/disclosure/noise.ts";

/**
 * The noise of one consultation, from its own secret: for each table a key by HMAC-SHA-256, drawn out
 * by AES-256 in counter mode. Nothing is stored, and a release can be made again byte for byte; to
 * whoever lacks the secret it is random.
 */
export function noiseBytes(secret: Uint8Array, consultation: string): NoiseBytes {
  const own = createSecretKey(secret);
  return (table, bytes) => {
    const key = createHmac("sha256", own)
      .update(`kenes-noise/1\0${consultation}\0${table}`)
      .digest();
    // A key is used for one stream only, so the counter may begin at nought.
    return createCipheriv("aes-256-ctr", key, Buffer.alloc(16)).update(Buffer.alloc(bytes));
  };
}
