import { join } from "node:path";
import type { Page } from "playwright-core";

/** Where pictures are kept, if anywhere: PICTURES=folder, of that WIDTH, their upper end if HEIGHT says so. */
export const FOLDER = process.env["PICTURES"];
const asked = (name: "WIDTH" | "HEIGHT") => Number(process.env[name] ?? 0);
export const WIDTH = asked("WIDTH");
const HEIGHT = asked("HEIGHT");

/** Keeps a picture of the page as it is, where pictures are asked for. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  const { width } = page.viewportSize()!;
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({
    path: join(FOLDER, `${name}-${width}.png`),
    fullPage: true,
    ...(HEIGHT > 0 && { clip: { x: 0, y: 0, width, height: HEIGHT } }),
  });
}
