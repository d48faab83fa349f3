/** Everything that a picture needs, in a chunk of its own that only asking for a picture loads. */
import { initWasm, type ResvgRenderOptions } from "@resvg/resvg-wasm";
import wasm from "@resvg/resvg-wasm/index_bg.wasm?url&inline";
import bold from "dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf?inline";
import regular from "dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf?inline";

export { Resvg } from "@resvg/resvg-wasm";

/** What stands after the comma of a `data:` address. */
const bytesOf = (address: string): Buffer<ArrayBuffer> =>
  Buffer.from(address.slice(address.indexOf(",") + 1), "base64");

/**
 * Our own two fonts and no other: whatever family a drawing names, its words come out the same on every
 * machine. Both weights hold every letter that `letters.ts` lets through, so that a bold word stays bold.
 */
export const font: ResvgRenderOptions["font"] = {
  fontBuffers: [regular, bold].map(bytesOf),
  defaultFontFamily: "DejaVu Sans",
  serifFamily: "DejaVu Sans",
  sansSerifFamily: "DejaVu Sans",
  monospaceFamily: "DejaVu Sans",
};

/** Once a process: the engine refuses to be started twice. */
await initWasm(bytesOf(wasm));
