import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The buttons of MiniBrowser alone are wider than a phone: nothing of them is looked at. */
export async function smallWindow(home: string): Promise<void> {
  const folder = join(home, "gtk-3.0");
  await mkdir(folder);
  const style =
    "headerbar, headerbar *, button, entry { min-width: 0; padding: 0; margin: 0; font-size: 1px }";
  await writeFile(join(folder, "gtk.css"), style);
}
