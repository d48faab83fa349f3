/** Items of an earlier form as they would be written today: the same as reading one and saving it unchanged. */
import { consultationIn } from "./consultation-item.ts";
import type { Item } from "./damaged-item.ts";
import { pack, readDraft } from "./drafts.ts";
import { formIn, formOf } from "./form.ts";
import { type Kind, kindOf, KINDS } from "./kinds.ts";

/**
 * What changes in an item of each kind that can be renewed, besides its form. A tally is not: the next save packs it, and a
 * rebuild is what makes it whole.
 */
const CHANGES = {
  consultation: (item: Item): Item => {
    const definition = consultationIn(item)?.definition;
    return definition === undefined ? {} : { definition: { S: JSON.stringify(definition) } };
  },
  draft: (item: Item): Item => ({ draft: { B: pack(readDraft(item).draft) } }),
  team: (): Item => ({}),
} satisfies Partial<Record<Kind, (item: Item) => Item>>;

/** A kind whose items can be renewed. */
export type Renewable = keyof typeof CHANGES;

/**
 * The item in today's form; `undefined` for one that is of it already, or of another kind than those named. Throws for
 * one that cannot be read: `DamagedItem`, `NewerForm`.
 */
export function renewed(item: Item, kinds: readonly Renewable[]): Item | undefined {
  const kind = kinds.find((one) => one === kindOf(item));
  if (kind === undefined || formIn(item) >= KINDS[kind].writes) return undefined;
  return { ...item, ...CHANGES[kind](item), ...formOf(kind) };
}
