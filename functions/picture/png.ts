/** Drawings of ours as pictures, the same bytes on one machine and on Lambda. */
import { sha256 } from "../secrets.ts";

/** No picture has more pixels: each takes four bytes while it is made, and as many as a PNG at worst. */
const MOST_PIXELS = 6_000_000;
/** So many wait for their turn; each takes a fifth of a second of the processor. */
const MOST_WAITING = 8;
/** So many bytes of pictures are kept: all those of a release in a language, of a large consultation. */
const MOST_KEPT = 16_000_000;

type Png = Uint8Array<ArrayBuffer>;

/** More pictures are asked for than are made. Not a fault: asked again later, it is there. */
export class TooManyPictures extends Error {}

/**
 * The pictures that were asked for last, by what is drawn: a new release is another drawing, so that
 * nothing in here is ever out of date.
 */
const kept = new Map<string, Png>();
const inTheMaking = new Map<string, Promise<Png>>();
let last: Promise<unknown> = Promise.resolve();

/**
 * A drawing of ours (SVG with a width and a height in pixels) as a PNG, `scale` pixels for each of
 * its own, or fewer where that would be too many. Danger: never for a drawing that somebody sent; the engine would have to be trusted with it.
 */
export async function pngOf(svg: string, scale = 2): Promise<Png> {
  const key = `${scale} ${sha256(svg)}`;
  const found = kept.get(key);
  if (found !== undefined) {
    // The map goes by age: now it is the youngest again.
    kept.delete(key);
    kept.set(key, found);
    return found;
  }
  const asked = inTheMaking.get(key) ?? inTurn(key, svg, scale);
  return asked;
}

/** One at a time, and between two of them other requests are answered. */
function inTurn(key: string, svg: string, scale: number): Promise<Png> {
  if (inTheMaking.size >= MOST_WAITING) throw new TooManyPictures();
  const turn = last
    .then(() => drawn(svg, scale))
    .then((png) => keep(key, png))
    .finally(() => inTheMaking.delete(key));
  inTheMaking.set(key, turn);
  last = turn.catch(() => undefined);
  return turn;
}

function keep(key: string, png: Png): Png {
  kept.set(key, png);
  let bytes = [...kept.values()].reduce((sum, one) => sum + one.length, 0);
  for (const [old, { length }] of kept) {
    if (bytes <= MOST_KEPT) break;
    kept.delete(old);
    bytes -= length;
  }
  return png;
}

async function drawn(svg: string, scale: number): Promise<Png> {
  // Only here: it is 5 MB, and hardly any request needs it.
  const { Resvg, font } = await import("./engine.ts");
  await new Promise(setImmediate);
  // Without fonts, words take no time: only the size is asked for.
  const size = new Resvg(svg);
  const most = Math.sqrt(MOST_PIXELS / (size.width * size.height));
  size.free();
  const value = Math.min(scale, most);
  const drawing = new Resvg(svg, { font: font!, fitTo: { mode: "zoom", value } });
  try {
    const picture = drawing.render();
    try {
      // Out of the engine's memory, which the next picture uses again.
      return new Uint8Array(picture.asPng());
    } finally {
      picture.free();
    }
  } finally {
    drawing.free();
  }
}
