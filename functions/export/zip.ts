/**
 * A zip file (PKWARE APPNOTE 6.3.10) that is written bit by bit, in bounded memory: sizes and checksums stand behind
 * each file's bytes. Packing runs on other threads. Dates are the first that the format knows: they say nothing.
 */
import { once } from "node:events";
import { crc32, createDeflateRaw } from "node:zlib";

/** Bytes in which what was packed comes out. */
const CHUNK = 64 * 1024;
/** Somewhat larger than the usual level makes, in half of its time. */
const LEVEL = 4;
/** Sizes have 32 bits here; what is larger would need another form. */
const MOST = 0xffff_ffff;
/** Version 2.0; sizes behind, names in UTF-8; deflate; midnight of 1 January 1980. */
const COMMON = [20, 0x0808, 8, 0, 0x21] as const;

/** Where bytes of the zip go. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/** One file of a zip while it is written. */
export interface ZipEntry {
  write(bytes: Uint8Array): Promise<void>;
  /** Writes what is left; what the directory at the end says of the file. */
  end(): Promise<EntryEnd>;
  /** Gives it up, and the memory that packing takes. */
  drop(): void;
}
/** What the directory at the end says of a file, but for where it begins. */
export interface EntryEnd {
  name: string;
  crc: number;
  packed: number;
  size: number;
  /** Bytes of the zip that it takes, head and all. */
  length: number;
}

/** Begins a file in a zip; nobody else may write to the sink until it ends. */
export async function zipEntry(name: string, sink: Sink): Promise<ZipEntry> {
  const head = fields(
    [0x04034b50, 4],
    ...pairs(COMMON),
    [0, 4],
    [0, 4],
    [0, 4],
    [name.length, 2],
    [0, 2],
  );
  const start = Buffer.concat([head, Buffer.from(name, "latin1")]);
  await sink(start);
  let [crc, size, packed] = [0, 0, 0];
  const deflate = createDeflateRaw({ level: LEVEL, chunkSize: CHUNK });
  const output = (async () => {
    for await (const made of deflate as AsyncIterable<Buffer>) {
      packed += made.length;
      await sink(made);
    }
  })();
  // Whoever writes or ends it is told; nobody else has to be.
  output.catch(() => undefined);
  return {
    async write(bytes) {
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (size > MOST) throw new RangeError(`${name} is too large for a zip file`);
      if (!deflate.write(bytes)) await Promise.race([once(deflate, "drain"), output]);
    },
    async end() {
      deflate.end();
      await output;
      const tail = fields([0x08074b50, 4], [crc, 4], [packed, 4], [size, 4]);
      await sink(tail);
      return { name, crc, packed, size, length: start.length + packed + tail.length };
    },
    drop: () => void deflate.destroy(),
  };
}

/** The directory that ends a zip of those files, which follow one another from its first byte on. */
export function zipEnd(entries: readonly EntryEnd[]): Buffer {
  let at = 0;
  const lines = entries.map(({ name, crc, packed, size, length }) => {
    const line = fields(
      [0x02014b50, 4],
      [20, 2],
      ...pairs(COMMON),
      [crc, 4],
      [packed, 4],
      [size, 4],
      [name.length, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [at, 4],
    );
    at += length;
    return Buffer.concat([line, Buffer.from(name, "latin1")]);
  });
  if (at > MOST) throw new RangeError("a zip file is too large");
  const directory = Buffer.concat(lines);
  const count = entries.length;
  const end = fields(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [directory.length, 4],
    [at, 4],
    [0, 2],
  );
  return Buffer.concat([directory, end]);
}

type Field = readonly [value: number, bytes: number];
const pairs = (values: readonly number[]): Field[] => values.map((value) => [value, 2]);

function fields(...all: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(all.reduce((sum, [, length]) => sum + length, 0));
  let at = 0;
  for (const [value, length] of all) at = bytes.writeUIntLE(value, at, length);
  return bytes;
}
