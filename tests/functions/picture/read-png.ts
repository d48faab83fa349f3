import { inflateSync } from "node:zlib";

/** Width and height of a PNG, which its first chunk tells. */
export const sizeOf = (png: Uint8Array): [width: number, height: number] => {
  const file = Buffer.from(png);
  return [file.readUInt32BE(16), file.readUInt32BE(20)];
};

/** A PNG of 8 bits a channel with transparency, as pixels of four bytes (RFC 2083). */
export function readPng(png: Uint8Array): { width: number; height: number; pixels: Uint8Array } {
  const file = Buffer.from(png);
  const data: Buffer[] = [];
  const [width, height] = sizeOf(png);
  for (let at = 8; at < file.length;) {
    const [length, kind] = [file.readUInt32BE(at), file.toString("latin1", at + 4, at + 8)];
    if (kind === "IDAT") data.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const line = 4 * width;
  const pixels = new Uint8Array(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)]!;
    for (let x = 0; x < line; x += 1) {
      const left = x < 4 ? 0 : pixels[y * line + x - 4]!;
      const up = y === 0 ? 0 : pixels[(y - 1) * line + x]!;
      const corner = x < 4 || y === 0 ? 0 : pixels[(y - 1) * line + x - 4]!;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      pixels[y * line + x] = raw[y * (line + 1) + 1 + x]! + guess;
    }
  }
  return { width, height, pixels };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((one) => Math.abs(guess - one));
  if (toLeft! <= toUp! && toLeft! <= toCorner!) return left;
  return toUp! <= toCorner! ? up : corner;
}
