import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { runTool } from "./tools.ts";

/** What a person in Russia has set: the machine itself need not have that locale. */
const RUSSIAN = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>ru-RU</value></prop></item>
</oor:items>
`;

/**
 * What LibreOffice makes of a file where decimals have a comma: its first sheet as a person sees it (`csv`), or every
 * cell with its type (`fods`). It runs without a window, under a profile of its own.
 */
export async function openedInRussian(
  office: string,
  file: string,
  kind: "csv" | "fods",
): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), "kenes-office-"));
  await mkdir(join(home, "profile/user"), { recursive: true });
  await writeFile(join(home, "profile/user/registrymodifications.xcu"), RUSSIAN);
  const profile = `-env:UserInstallation=${pathToFileURL(join(home, "profile")).href}`;
  const asked = [profile, "--headless", "--convert-to", kind, "--outdir", home, file];
  const { status, errors } = await runTool(office, asked);
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${errors}`);
  return readFile(join(home, basename(file).replace(/\.\w+$/, `.${kind}`)), "utf8");
}
