// Crockford's base 32: no I, L, O or U, so that a code survives being read aloud or copied by hand.
export const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * Writes random bytes as a code of `length` characters, in groups of four. Each character takes the
 * five low bits of one byte, so every code is equally likely when every byte is.
 */
export const drawCode = (length: number, randomBytes: Uint8Array): string => {
  if (randomBytes.length < length) throw new RangeError("too few random bytes for the code");
  return grouped([...randomBytes.subarray(0, length)].map((byte) => ALPHABET[byte & 31]).join(""));
};

/** Groups of four, as codes are shown and printed. */
export const grouped = (code: string): string => code.replace(/.{4}(?=.)/g, "$&-");
