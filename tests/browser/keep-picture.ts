import { join } from "node:path";
import type { Page } from "playwright-core";

/** Where pictures are kept, if anywhere: PICTURES=folder, of that WIDTH, whole or of that HEIGHT. */
export const FOLDER = process.env["PICTURES"];
const asked = (name: "WIDTH" | "HEIGHT") => Number(process.env[name] ?? 0);
export const WIDTH = asked("WIDTH");
const HEIGHT = asked("HEIGHT");

/** Keeps a picture of the page as it is, where pictures are asked for. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  const size = page.viewportSize()!;
  const path = join(FOLDER, `${name}-${size.width}.png`);
  await page.evaluate(() => scrollTo(0, 0));
  if (HEIGHT === 0) return void (await page.screenshot({ path, fullPage: true }));
  await page.setViewportSize({ width: size.width, height: HEIGHT });
  await page.screenshot({ path });
  await page.setViewportSize(size);
}
