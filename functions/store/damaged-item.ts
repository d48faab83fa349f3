import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** An item as DynamoDB gives it. */
export type Item = Record<string, AttributeValue>;

/** Under what an item is stored, as failures name it: `pk sk`. */
export const keyOf = (item: Item): string => `${item["pk"]?.S} ${item["sk"]?.S}`;

/**
 * A stored item is not what this program writes. Its message names the item's key and the attribute and
 * nothing else: a key holds addresses, random ids and hashes, and nothing that a respondent sent.
 */
export class DamagedItem extends Error {
  override readonly name = "DamagedItem";
  /** The key, as `pk sk`. */
  readonly key: string;
  /** Not shown where the failure is printed. */
  readonly #item: Item;

  constructor(item: Item, attribute: string) {
    const key = keyOf(item);
    super(`what is stored under ${key} cannot be read: its ${attribute} is damaged`);
    this.key = key;
    this.#item = item;
  }

  /** What is stored. */
  get item(): Item {
    return this.#item;
  }
}
