/**
 * In which form each item is stored. What is written says it in its attribute `form`; what says nothing is
 * form 1. A newer program reads every form of its own and before; an older one refuses what it does not
 * know, at the one place where items are read (`parsed`), and so can misread nothing.
 */
import { DamagedItem, type Item, keyOf } from "./damaged-item.ts";
import { type Kind, kindOf, KINDS } from "./kinds.ts";

/** The attribute that says in which form an item is written. */
export const formOf = (kind: Kind): Item => ({ form: { N: String(KINDS[kind].writes) } });

/**
 * A stored item was written by a newer program. The message names the item's key and its form, and nothing
 * that stands in it.
 */
export class NewerForm extends Error {
  override readonly name = "NewerForm";
  /** The key, as `pk sk`. */
  readonly key: string;

  constructor(item: Item, form: number, newest: number) {
    const key = keyOf(item);
    super(
      `what is stored under ${key} has form ${form}, and this program reads none above ${newest}: run the version that wrote it, or a newer one`,
    );
    this.key = key;
  }
}

/**
 * The form of an item, from 1. Throws `NewerForm` for one that this program does not know, and plainly for a key
 * that no kind has.
 */
export function formIn(item: Item): number {
  const kind = kindOf(item);
  if (kind === undefined) throw new Error(`nothing is stored under ${keyOf(item)}`);
  const stored = item["form"];
  const form = stored === undefined ? 1 : Number(stored.N);
  if (!Number.isSafeInteger(form) || form < 1) throw new DamagedItem(item, "form");
  if (form > KINDS[kind].reads) throw new NewerForm(item, form, KINDS[kind].reads);
  return form;
}

/** An item whose form this program knows, for what is read without a schema. Throws as `formIn`. */
export function known(item: Item): Item {
  formIn(item);
  return item;
}
