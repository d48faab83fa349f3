import { createHash } from "node:crypto";
import { crc32, deflateSync, inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { MOST_EMBLEM_BYTES } from "../../../domain/consultation/look.ts";
import { rewritten } from "../../../functions/emblem/rewrite.ts";
import { rewritePng } from "../../../functions/emblem/png.ts";

/* A PNG is decoded to its pixels and encoded anew: only what it looks like goes on. */

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const chunk = (type: string, data: Uint8Array, sum?: number): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, end] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  end.writeUInt32BE(sum ?? crc32(body));
  return Buffer.concat([length, body, end]);
};
const head = (width: number, height: number, depth = 8, colour = 2, interlaced = 0) => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colour, 0, 0, interlaced], 8);
  return chunk("IHDR", data);
};
const END = chunk("IEND", Buffer.alloc(0));
const pixels = (raw: Uint8Array | number[]) => chunk("IDAT", deflateSync(Buffer.from(raw)));
const png = (...chunks: Buffer[]) => Buffer.concat([SIGNATURE, ...chunks]);

/** Two by two in colours, each row with another filter. */
const RAW = [1, 10, 20, 30, 5, 5, 5, 4, 1, 2, 3, 250, 0, 9];
const SMALL = png(head(2, 2), pixels(RAW), END);

/** The chunks of a file by their names, and what is packed in it. */
function read(bytes: Uint8Array) {
  const file = Buffer.from(bytes);
  const types: string[] = [];
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at) + 12) {
    types.push(file.toString("latin1", at + 4, at + 8));
    data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  return { types, raw: inflateSync(data[types.indexOf("IDAT")]!) };
}
const kept = (file: Uint8Array) => {
  const bytes = rewritePng(file);
  if (typeof bytes === "string") throw new Error(bytes);
  return bytes;
};

describe("a picture", () => {
  test("keeps its pixels, and nothing that stood beside them", () => {
    const secret = Buffer.from("Author\0Anna, 43.23 N 76.88 E");
    const told = png(
      head(2, 2),
      chunk("tEXt", secret),
      chunk("eXIf", secret),
      chunk("iCCP", secret),
      chunk("acTL", Buffer.alloc(8)),
      pixels(RAW),
      chunk("zzZz", secret),
      END,
      Buffer.from("<script>alert(1)</script>"),
    );
    const bytes = kept(told);
    expect(read(bytes).types).toEqual(["IHDR", "IDAT", "IEND"]);
    expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/Anna|script/);
    expect(bytes).toEqual(kept(SMALL));
    // Decoded by hand: 10 20 30 and 15 25 35; then Paeth over them.
    const { raw } = read(
      kept(png(head(2, 2), pixels([0, 10, 20, 30, 15, 25, 35, 0, 11, 22, 33, 9, 25, 44]), END)),
    );
    expect(raw).toEqual(read(bytes).raw);
  });

  test.each([
    [1, 0, 1],
    [4, 0, 1],
    [16, 0, 2],
    [16, 2, 6],
    [8, 4, 2],
    [16, 4, 4],
    [8, 6, 4],
    [16, 6, 8],
  ])("of %i bits and colour type %i", (depth, colour, bytes) => {
    const row = Array.from({ length: depth < 8 ? 1 : bytes * 2 }, (_, at) => (at * 37) % 256);
    const file = png(head(2, 1, depth, colour), pixels([0, ...row]), END);
    expect(kept(kept(file))).toEqual(kept(file));
  });

  test("has its palette and what shines through", () => {
    const palette = chunk("PLTE", Buffer.from([255, 0, 0, 0, 0, 255]));
    const file = png(
      head(8, 1, 1, 3),
      palette,
      chunk("tRNS", Buffer.from([0])),
      pixels([0, 0b10101010]),
      END,
    );
    expect(read(kept(file)).types).toEqual(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);
  });
});

describe("is refused", () => {
  const bomb = pixels(Buffer.alloc(5_000_000));
  test.each<[string, Buffer, string]>([
    ["what is cut off", SMALL.subarray(0, -14), "unreadable"],
    [
      "a wrong sum",
      png(head(2, 2), chunk("IDAT", deflateSync(Buffer.from(RAW)), 7), END),
      "unreadable",
    ],
    [
      "a chunk longer than the file",
      Buffer.concat([SIGNATURE, Buffer.from([255, 255, 255, 255]), Buffer.from("IHDR")]),
      "unreadable",
    ],
    ["no head", png(pixels(RAW), END), "unreadable"],
    ["two heads", png(head(2, 2), head(2, 2), pixels(RAW), END), "unreadable"],
    ["no pixels", png(head(2, 2), END), "unreadable"],
    ["too few pixels", png(head(2, 3), pixels(RAW), END), "unreadable"],
    ["more pixels than it says", png(head(2, 1), pixels(RAW), END), "unreadable"],
    ["pixels without end", png(head(2, 2), bomb, END), "unreadable"],
    ["an unknown filter", png(head(2, 2), pixels([5, ...RAW.slice(1)]), END), "unreadable"],
    ["nothing on a side", png(head(0, 2), pixels(RAW), END), "unreadable"],
    ["too many on a side", png(head(513, 1), pixels(Buffer.alloc(1540)), END), "too-large"],
    ["more than a memory holds", png(head(2 ** 31, 2 ** 31), pixels(RAW), END), "too-large"],
    ["an unknown colour", png(head(2, 2, 8, 5), pixels(RAW), END), "unreadable"],
    ["an unknown depth", png(head(2, 2, 4, 2), pixels(RAW), END), "unreadable"],
    ["interlaced rows", png(head(2, 2, 8, 2, 1), pixels(RAW), END), "unreadable"],
    ["no palette", png(head(2, 1, 8, 3), pixels([0, 0, 0]), END), "unreadable"],
    [
      "a colour that is not in it",
      png(head(2, 1, 8, 3), chunk("PLTE", Buffer.alloc(3)), pixels([0, 0, 1]), END),
      "unreadable",
    ],
    [
      "a palette of too many",
      png(head(2, 1, 1, 3), chunk("PLTE", Buffer.alloc(9)), pixels([0, 0]), END),
      "unreadable",
    ],
    [
      "more that shines through than there is",
      png(
        head(2, 1, 8, 3),
        chunk("PLTE", Buffer.alloc(3)),
        chunk("tRNS", Buffer.alloc(2)),
        pixels([0, 0, 0]),
        END,
      ),
      "unreadable",
    ],
  ])("%s", (_, file, why) => {
    expect(rewritePng(file)).toBe(why);
  });

  test("whatever is changed in it never throws, and comes out whole or not at all", () => {
    for (let at = 0; at < SMALL.length; at++) {
      for (const value of [0, 1, 127, 255]) {
        const file = Buffer.from(SMALL);
        file[at] = value;
        const bytes = rewritePng(file);
        if (typeof bytes !== "string") expect(read(bytes).types).toEqual(["IHDR", "IDAT", "IEND"]);
      }
    }
  });

  test("what is too large as it comes, or as it goes", () => {
    const noise = createHash("shake256", { outputLength: 128 * 385 }).digest();
    for (let y = 0; y < 128; y++) noise[y * 385] = 0;
    const large = png(head(128, 128), chunk("IDAT", deflateSync(noise)), END);
    expect(large.byteLength).toBeGreaterThan(MOST_EMBLEM_BYTES);
    expect(rewritten(large)).toEqual({ problem: "emblem-too-large" });
    expect(rewritten(Buffer.from("GIF89a"))).toEqual({ problem: "emblem-unreadable" });
    expect(rewritten(SMALL)).toMatchObject({ file: expect.stringMatching(/^[0-9a-f]{32}\.png$/) });
  });
});
