import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runTool } from "./tools.ts";

/** Semicolons, quotes around every text, UTF-8, cells as they are shown, every sheet into a file of its own. */
const CSV = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,true,false,false,false,-1";

/** The settings of somebody whose computer speaks that language: how numbers are read and written. */
const settings = (locale: string) => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item>
</oor:items>`;

/**
 * The sheets of a spreadsheet file as LibreOffice (a program of tools.ts) shows them on such a computer, by their names. Each is a
 * CSV text: what is a text to LibreOffice stands between quotes, a number does not.
 */
export async function shownByLibreOffice(
  office: string,
  file: Uint8Array,
  locale = "ru-RU",
): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), "kenes-sheets-"));
  try {
    const profile = join(folder, "profile");
    await mkdir(join(profile, "user"), { recursive: true });
    await writeFile(join(profile, "user", "registrymodifications.xcu"), settings(locale));
    await writeFile(join(folder, "sheets.xlsx"), file);
    const options = ["--headless", "--norestore", "--convert-to", CSV, "--outdir", folder];
    const { status, errors } = await runTool(office, [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...options,
      join(folder, "sheets.xlsx"),
    ]);
    if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${errors}`);
    const made = (await readdir(folder)).filter((name) => name.endsWith(".csv"));
    const texts = made.map(async (name) => [
      name.replace(/^sheets-/, "").replace(/\.csv$/, ""),
      await readFile(join(folder, name), "utf8"),
    ]);
    return Object.fromEntries(await Promise.all(texts)) as Record<string, string>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
