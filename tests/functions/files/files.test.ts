import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bucketFiles } from "../../../functions/files/bucket.ts";
import { type Files, MissingOrDenied } from "../../../functions/files/files.ts";
import { folderFiles } from "../../../functions/files/folder.ts";
import { type S3, startS3 } from "../../support/s3.ts";

/** One of the two places that the suite is run against. */
interface Place {
  files: Files;
  /** Names of everything that is there, whole or not. */
  names(): Promise<string[]>;
}

let s3: S3;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

const newFolder = () => mkdtemp(join(tmpdir(), "kenes-files-"));
const PLACES: Record<string, () => Promise<Place>> = {
  "a folder": async () => {
    const folder = await newFolder();
    const names = async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((one) => one.isFile())
        .map((one) => join(one.parentPath, one.name).slice(folder.length + 1));
    return { files: folderFiles(folder), names };
  },
  "a bucket": async () => ({
    files: bucketFiles("bucket", s3.client),
    names: async () => s3.keys(),
  }),
};
const TYPE = "application/octet-stream";
const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();
const CLIMBING =
  "../out|a/../../out|/etc/out|a//b||.|a/.|a/..|a\\..\\b|a\0b|a/b/|~/x|a b|Ж|%2e%2e/out|.hidden";

describe.each(Object.entries(PLACES))("%s", (_, open) => {
  test("gives back what was kept last, and nothing once it is removed, however often", async () => {
    const { files } = await open();
    const name = "exports/c/k/1a-1";
    expect(await files.read(name)).toBeUndefined();
    await files.write(name, Buffer.from("one"), TYPE);
    expect(text(await files.read(name))).toBe("one");
    await files.write(name, Buffer.from("two"), TYPE);
    expect(text(await files.read(name))).toBe("two");
    await files.remove(name);
    await files.remove(name);
    expect(await files.read(name)).toBeUndefined();
  });

  test("keeps every byte of a piece, of a large file and of none", async () => {
    const { files } = await open();
    for (const length of [0, 1, 3_000_000, 20_000_000]) {
      const bytes = Buffer.alloc(length, "Қ\0\r\n");
      await files.write("large/file", bytes, TYPE);
      const found = (await files.read("large/file"))!;
      expect([length, Buffer.compare(found, bytes)]).toEqual([length, 0]);
    }
    await files.remove("large/file");
  });

  test("takes no name that could lead out of it, and has nothing more afterwards", async () => {
    const { files, names } = await open();
    const before = await names();
    for (const name of CLIMBING.split("|")) {
      await expect(files.write(name, Buffer.from("x"), TYPE)).rejects.toThrow(RangeError);
      await expect(files.read(name)).rejects.toThrow(RangeError);
      await expect(files.remove(name)).rejects.toThrow(RangeError);
    }
    expect(await names()).toEqual(before);
  });

  test("keeps twenty files at once, each whole", async () => {
    const { files } = await open();
    const all = Array.from({ length: 20 }, (_one, place) => `many/${place}/`);
    const nameOf = (one: string) => `${one}file`;
    await Promise.all(all.map((one) => files.write(nameOf(one), Buffer.alloc(50_000, one), TYPE)));
    for (const one of all) {
      const found = Buffer.from((await files.read(nameOf(one)))!);
      expect(found.equals(Buffer.alloc(50_000, one))).toBe(true);
      await files.remove(nameOf(one));
    }
  });
});

describe("a bucket", () => {
  const files = () => bucketFiles("bucket", s3.client);

  test("that may not be listed does not tell a missing file from a denied one; neither do we", async () => {
    s3.mayList = false;
    await expect(files().read("not/there")).rejects.toThrow(MissingOrDenied);
    await files().write("is/there", Buffer.from("x"), TYPE);
    expect(text(await files().read("is/there"))).toBe("x");
    s3.denies = true;
    // A right that was lost is never "no file".
    await expect(files().read("is/there")).rejects.toThrow(MissingOrDenied);
    await expect(files().write("is/there", Buffer.from("y"), TYPE)).rejects.toThrow("AccessDenied");
    s3.denies = false;
    s3.mayList = true;
    expect(text(await files().read("is/there"))).toBe("x");
  });

  test("that is full, or an upload that is cut off, keeps what was there and nothing by half", async () => {
    await files().write("cut/off", Buffer.from("before"), TYPE);
    s3.isFull = true;
    await expect(files().write("cut/off", Buffer.alloc(1_000), TYPE)).rejects.toThrow();
    s3.isFull = false;
    s3.cutsOff = true;
    await expect(files().write("cut/off", Buffer.alloc(5_000_000), TYPE)).rejects.toThrow();
    await expect(files().write("cut/new", Buffer.alloc(5_000_000), TYPE)).rejects.toThrow();
    s3.cutsOff = false;
    expect(text(await files().read("cut/off"))).toBe("before");
    expect(await files().read("cut/new")).toBeUndefined();
  });
});

/** A disk of one megabyte, where one can be had. */
const smallDisk = ((): string | undefined => {
  try {
    const folder = mkdtempSync(join(tmpdir(), "kenes-small-disk-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], { stdio: "ignore" });
    return folder;
  } catch {
    process.stderr.write("No small disk can be mounted here: a full one was not tried.\n");
    return undefined;
  }
})();
afterAll(() => {
  if (smallDisk !== undefined) execFileSync("umount", [smallDisk]);
});

describe("a folder", () => {
  test.skipIf(smallDisk === undefined)("on a full disk says so, and leaves no half", async () => {
    const files = folderFiles(smallDisk!);
    await files.write("kept", Buffer.from("before"), TYPE);
    const failed = files.write("kept", Buffer.alloc(3_000_000), TYPE);
    await expect(failed).rejects.toMatchObject({ code: "ENOSPC" });
    expect(await readdir(smallDisk!)).toEqual(["kept"]);
    expect(text(await files.read("kept"))).toBe("before");
    // There is room again at once.
    await files.write("small", Buffer.alloc(100_000), TYPE);
  });

  test("whose writer is killed half-way has the file whole, or not at all", async () => {
    const folder = await newFolder();
    const module = join(import.meta.dirname, "../../../functions/files/folder.ts");
    const size = 30_000_000;
    const program = `import { folderFiles } from ${JSON.stringify(module)};
      const files = folderFiles(${JSON.stringify(folder)});
      console.log("go");
      for (;;) await files.write("one", Buffer.alloc(${size}), "");`;
    for (const after of [0, 20, 60]) {
      const child = spawn(process.execPath, ["--input-type=module", "-e", program]);
      await new Promise((resolve) => child.stdout.once("data", resolve));
      await wait(after);
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("exit", resolve));
      const found = await folderFiles(folder).read("one");
      expect([undefined, size]).toContain(found?.length);
    }
  });

  // Who administers the machine may read everything.
  test.skipIf(process.getuid?.() === 0)(
    "that may not be read is not one without files",
    async () => {
      const folder = await newFolder();
      await mkdir(join(folder, "closed"));
      await writeFile(join(folder, "closed/one"), "x");
      await chmod(join(folder, "closed"), 0);
      await expect(folderFiles(folder).read("closed/one")).rejects.toThrow(MissingOrDenied);
      await chmod(join(folder, "closed"), 0o700);
    },
  );

  test("has nothing below a file", async () => {
    const files = folderFiles(await newFolder());
    await files.write("a", Buffer.from("x"), TYPE);
    expect(await files.read("a/b")).toBeUndefined();
  });
});
