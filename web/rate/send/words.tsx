import type { Said } from "../../language/said.tsx";

/** A text with its language and direction; the remark on a missing translation stands elsewhere. */
export const words = (of: Said) =>
  typeof of === "string" ? (
    of
  ) : (
    <span lang={of.lang} dir="auto">
      {of.text}
    </span>
  );

/** One of them, or several, each on a line of its own that shows where it begins. */
export const lines = (all: readonly Said[]) =>
  all.map((one, place) => [place > 0 && <br />, all.length > 1 && "– ", words(one)]);
