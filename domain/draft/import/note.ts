/** What an import altered or left out. Nothing is altered without one of these. */
export const NOTES = [
  "encoding",
  "sheet",
  "hidden-rows",
  "hidden-columns",
  "rows-above",
  "rows-out",
  "headings-out",
  "headings-addressees",
  "merged",
  "continued",
  "joined",
  "invisible",
  "marks",
  "folded",
  "formulas",
  "shown",
  "codes-made",
  "addressees-made",
  "addressee-one",
  "titles-made",
  "columns-out",
  "intro-out",
] as const;
export type NoteKind = (typeof NOTES)[number];

/** One kind of alteration, with every place and text that it concerns, in order. */
export interface Note {
  kind: NoteKind;
  values: readonly string[];
}

/** Notes in the making, in the order in which each kind first came up. */
export class Notes {
  readonly #values = new Map<NoteKind, string[]>();

  add(kind: NoteKind, ...values: string[]): void {
    this.#values.set(kind, [...(this.#values.get(kind) ?? []), ...values]);
  }

  get all(): Note[] {
    return [...this.#values].map(([kind, values]) => ({ kind, values }));
  }
}
