/**
 * In which form each kind of item is stored. Everything that is written says it in its attribute `form`; what
 * says nothing was written before there was a number, and is form 1. A newer program reads every form of
 * its own and before; an older one refuses what it does not know, and so can misread nothing.
 */
import { DamagedItem, type Item, keyOf } from "./item.ts";

/**
 * The form that this program writes of each kind, and the newest that it reads. Raise it when an older
 * program would read something wrong in what is written from now on, and go on reading those before.
 */
const FORMS = {
  /** 2: texts by the languages that the definition names. Form 1 may be either. */
  consultation: 2,
  /** 2: it names its languages. Form 1 may be either. */
  draft: 2,
  change: 1,
  ballot: 1,
  /** 2: packed (`tally-bytes.ts`); form 1 is compressed JSON (`earlier-tally.ts`). */
  tally: 2,
  release: 1,
  /** 2: there are translators, with languages. */
  team: 2,
  organiser: 1,
  invitationGroup: 1,
  response: 1,
  remark: 1,
  text: 1,
  themes: 1,
} as const;

/** A kind of item whose form has a number. */
type Kind = keyof typeof FORMS;

/** The attribute that says in which form an item is written. */
export const formOf = (kind: Kind): Item => ({ form: { N: String(FORMS[kind]) } });

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

/** The form of an item, from 1. Throws `NewerForm` for one that this program does not know. */
export function formIn(item: Item, kind: Kind): number {
  const stored = item["form"];
  const form = stored === undefined ? 1 : Number(stored.N);
  if (!Number.isSafeInteger(form) || form < 1) throw new DamagedItem(item, "form");
  if (form > FORMS[kind]) throw new NewerForm(item, form, FORMS[kind]);
  return form;
}

/** An item whose form this program knows. Throws `NewerForm` for any other. */
export function known(item: Item, kind: Kind): Item {
  formIn(item, kind);
  return item;
}
