import type { Locator } from "playwright-core";

/** The light frame that every code must have around it, in modules. */
const QUIET = 4;

/** The modules of a QR code as it is drawn: which are dark, out of the path and the size of its frame. */
export async function drawnModules(svg: Locator): Promise<boolean[][]> {
  const [box, path] = await svg.evaluate((one) => [
    one.getAttribute("viewBox") ?? "",
    one.querySelector("path")?.getAttribute("d") ?? "",
  ]);
  const size = Number(box!.split(" ")[2]) - 2 * QUIET;
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y, width] of path!.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(width); at++) {
      modules[Number(y) - QUIET]![Number(x) - QUIET + at] = true;
    }
  }
  return modules;
}
