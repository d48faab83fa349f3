import { inflateSync } from "node:zlib";

/** Width and height of a PNG, which its first chunk tells. */
export const sizeOf = (png: Uint8Array): [width: number, height: number] => {
  const file = Buffer.from(png);
  return [file.readUInt32BE(16), file.readUInt32BE(20)];
};

/** A PNG of 8 bits a channel, with transparency or without, as pixels of four bytes (RFC 2083). */
export function readPng(png: Uint8Array): { width: number; height: number; pixels: Uint8Array } {
  const file = Buffer.from(png);
  const data: Buffer[] = [];
  const [width, height] = sizeOf(png);
  const channels = { 2: 3, 6: 4 }[file[25]!];
  if (channels === undefined) throw new Error(`colour type ${file[25]} is not read here`);
  for (let at = 8; at < file.length;) {
    const [length, kind] = [file.readUInt32BE(at), file.toString("latin1", at + 4, at + 8)];
    if (kind === "IDAT") data.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const line = channels * width;
  const bytes = new Uint8Array(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)]!;
    for (let x = 0; x < line; x += 1) {
      const left = x < channels ? 0 : bytes[y * line + x - channels]!;
      const up = y === 0 ? 0 : bytes[(y - 1) * line + x]!;
      const corner = x < channels || y === 0 ? 0 : bytes[(y - 1) * line + x - channels]!;
      bytes[y * line + x] = raw[y * (line + 1) + 1 + x]! + guessed(filter, left, up, corner);
    }
  }
  if (channels === 4) return { width, height, pixels: bytes };
  const pixels = new Uint8Array(4 * width * height).fill(255);
  for (let at = 0; at < width * height; at += 1) {
    pixels.set(bytes.subarray(3 * at, 3 * at + 3), 4 * at);
  }
  return { width, height, pixels };
}

/** What a line's filter makes of the bytes before: of the left, above, and above on the left. */
function guessed(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [toLeft, toUp] = [Math.abs(up - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
