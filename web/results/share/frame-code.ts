/** The code that another site puts into its page. Who copies it runs it, so every text in it is escaped. */
import { NARROW, USUAL } from "./frame-height.ts";

export interface Frame {
  /** The whole address of what is shown. */
  address: string;
  /** Of the consultation: tells frames on one page apart. */
  id: string;
  title: string;
  width: string;
  /** Enough for its content, in pixels; where a page takes no styles, `narrow` alone counts. */
  height: { narrow: number; usual?: number };
}

/**
 * The frame. Within it our page may run its own script and open links in new windows, and nothing else: it
 * can lead the page around it nowhere. Who shows it is not told to us.
 */
export const frameCode = ({ address, id, title, width, height }: Frame): string =>
  `<iframe ${Object.entries({
    id: nameOf(id),
    src: address,
    title,
    width,
    height: String(height.narrow),
    loading: "lazy",
    referrerpolicy: "no-referrer",
    sandbox: "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox",
    style: `border:0${height.usual === undefined ? "" : `;height:${between(height.narrow, height.usual)}`}`,
  })
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(" ")}></iframe>`;

/**
 * Makes the frame as high as what is in it. It stands in the code itself, where whoever copies it can read it:
 * of our messages (tell-height.ts) it takes a number, and of nobody else anything.
 */
export const heightScript = ({ address, id }: Pick<Frame, "address" | "id">): string =>
  `<script>
addEventListener("message", function (event) {
  var frame = document.getElementById(${quoted(nameOf(id))});
  if (event.origin !== ${quoted(new URL(address).origin)} || event.source !== frame.contentWindow) return;
  if (event.data.kenesHeight > 0) frame.style.height = Math.min(event.data.kenesHeight, 6000) + "px";
});
</script>`;

/** On a phone the column is as wide as the window, nearly; elsewhere it is not known, and usually wider. */
const between = (narrow: number, usual: number): string => {
  const [phone, wide] = [NARROW + 40, USUAL + 40];
  const slope = Number(((narrow - usual) / (wide - phone)).toFixed(2));
  return `max(${usual}px,calc(${narrow}px - ${slope} * (100vw - ${phone}px)))`;
};

const nameOf = (id: string): string => `kenes-${id}`;

/** A text within an attribute: no quotation mark may end it, and nothing in it begins an element. */
const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

/** A text within a script: no `<` may end that. */
const quoted = (text: string): string => JSON.stringify(text).replaceAll("<", "\\u003c");
