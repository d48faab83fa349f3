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

/** Several of them, each on a line of its own. */
export const lines = (all: readonly Said[]) =>
  all.map((one, place) => [place > 0 && <br />, words(one)]);
