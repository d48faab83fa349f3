/**
 * A PNG as its pixels, and anew from them (W3C PNG, third edition). Nothing else of the file goes on: no text,
 * no place, no colour profile, no further picture, no bytes after its end.
 */
import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Most pixels on a side. */
export const MOST_SIDE = 512;

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** By the type of colour: how many samples a pixel has, and how many bits each may have. */
const KINDS: Record<number, { samples: number; depths: readonly number[] }> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
};

/** A picture without anything around it. */
interface Pixels {
  head: Buffer;
  width: number;
  height: number;
  depth: number;
  colour: number;
  palette: Buffer | undefined;
  transparency: Buffer | undefined;
  /** The packed samples of each row, without a filter. */
  rows: Buffer[];
}

/** Whether bytes say that they are a PNG. */
export const looksLikePng = (bytes: Uint8Array): boolean =>
  SIGNATURE.equals(Buffer.from(bytes).subarray(0, SIGNATURE.length));

/** The same picture, written anew; why not, where it is none. */
export function rewritePng(bytes: Uint8Array): Uint8Array | "unreadable" | "too-large" {
  const read = readPng(Buffer.from(bytes));
  return typeof read === "string" ? read : writePng(read);
}

function readPng(file: Buffer): Pixels | "unreadable" | "too-large" {
  const parts = chunksOf(file);
  const head = parts?.[0]?.type === "IHDR" ? parts[0].data : undefined;
  if (parts === undefined || head?.length !== 13) return "unreadable";
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [depth, colour, ...methods] = head.subarray(8) as unknown as number[];
  const kind = KINDS[colour!];
  // Compression and filters have one method each; interlaced rows are not taken apart here.
  if (!kind?.depths.includes(depth!) || methods.some((one) => one !== 0)) return "unreadable";
  if (width === 0 || height === 0) return "unreadable";
  if (width > MOST_SIDE || height > MOST_SIDE) return "too-large";
  const all = (type: string) => parts.filter((part) => part.type === type).map(({ data }) => data);
  const [palettes, transparencies] = [all("PLTE"), all("tRNS")];
  const known = all("IHDR").length === 1 && palettes.length <= 1 && transparencies.length <= 1;
  if (!known) return "unreadable";
  const [palette] = palettes;
  const colours = (palette?.length ?? 0) / 3;
  const isNeeded = colour === 3;
  const isFine = Number.isInteger(colours) && colours <= (isNeeded ? 2 ** depth! : 256);
  if (!isFine || (isNeeded && colours === 0)) return "unreadable";
  const [transparency] = transparencies;
  const most = { 0: 2, 2: 6, 3: colours }[colour!] ?? 0;
  const isRight = isNeeded
    ? transparency === undefined || transparency.length <= most
    : transparency === undefined || transparency.length === most;
  if (!isRight) return "unreadable";
  const bits = kind.samples * depth!;
  const rows = rowsOf(all("IDAT"), Math.ceil((width * bits) / 8), height, Math.ceil(bits / 8));
  if (rows === undefined) return "unreadable";
  if (isNeeded && rows.some((row) => highest(row, width, depth!) >= colours)) return "unreadable";
  return {
    head,
    width,
    height,
    rows,
    transparency,
    depth: depth!,
    colour: colour!,
    palette: isNeeded ? palette : undefined,
  };
}

/** The chunks of a file, each with the sum of its bytes right; `undefined` when it is not whole. */
function chunksOf(file: Buffer): { type: string; data: Buffer }[] | undefined {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = SIGNATURE.length; at + 12 <= file.length;) {
    const length = file.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > file.length) return undefined;
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return undefined;
    const type = file.toString("latin1", at + 4, at + 8);
    // What follows the end may be another file.
    if (type === "IEND") return chunks;
    chunks.push({ type, data: file.subarray(at + 8, end - 4) });
    at = end;
  }
  return undefined;
}

/** The rows without their filters; never more bytes are made than the picture has. */
function rowsOf(parts: Buffer[], length: number, height: number, back: number) {
  const size = (length + 1) * height;
  let raw: Buffer;
  try {
    raw = inflateSync(Buffer.concat(parts), { maxOutputLength: size });
  } catch {
    return undefined;
  }
  if (raw.length !== size) return undefined;
  const rows: Buffer[] = [];
  let above = Buffer.alloc(length);
  for (let y = 0; y < height; y++) {
    const from = y * (length + 1);
    const filter = raw[from]!;
    if (filter > 4) return undefined;
    const row = Buffer.from(raw.subarray(from + 1, from + 1 + length));
    for (let x = 0; x < length; x++) row[x] = row[x]! + guess(filter, row, above, x, back);
    rows.push(row);
    above = row;
  }
  return rows;
}

/** What a filter takes a byte to be, from those to its left and above it. */
function guess(filter: number, row: Buffer, above: Buffer, x: number, back: number): number {
  const left = x < back ? 0 : row[x - back]!;
  const up = above[x]!;
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const corner = x < back ? 0 : above[x - back]!;
  const [a, b, c] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The highest place of the palette that a row names. */
function highest(row: Buffer, width: number, depth: number): number {
  let most = 0;
  for (let x = 0; x < width; x++) {
    const bit = x * depth;
    const value = (row[bit >> 3]! >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
    most = Math.max(most, value);
  }
  return most;
}

/** With each of the five filters for all rows, and the one for each that leaves least: the smallest of them. */
function writePng({ head, colour, depth, palette, transparency, rows }: Pixels): Uint8Array {
  const back = Math.ceil((KINDS[colour]!.samples * depth) / 8);
  const filtered = (filter: number, y: number): Buffer => {
    const row = rows[y]!;
    const above = rows[y - 1] ?? Buffer.alloc(row.length);
    const out = Buffer.alloc(row.length + 1, filter);
    for (let x = 0; x < row.length; x++) out[x + 1] = row[x]! - guess(filter, row, above, x, back);
    return out;
  };
  const weight = (row: Buffer) =>
    row.subarray(1).reduce((sum, byte) => sum + Math.min(byte, 256 - byte), 0);
  const filters = [0, 1, 2, 3, 4];
  const least = (y: number) =>
    filters
      .map((filter) => filtered(filter, y))
      .reduce((best, one) => (weight(one) < weight(best) ? one : best));
  const ways = [...filters.map((filter) => (y: number) => filtered(filter, y)), least];
  const packed = ways
    .map((way) => deflateSync(Buffer.concat(rows.map((_, y) => way(y))), { level: 9 }))
    .toSorted((one, other) => one.length - other.length)[0]!;
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    ...(palette === undefined ? [] : [chunk("PLTE", palette)]),
    ...(transparency === undefined ? [] : [chunk("tRNS", transparency)]),
    chunk("IDAT", packed),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), out.length - 4);
  return out;
}
