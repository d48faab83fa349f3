import { inflateRawSync } from "node:zlib";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";

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

/** Reads the attributes of an item that a schema names; others are passed over. Throws `DamagedItem`. */
export function parsed<Value>(item: Item, schema: z.ZodMiniType<Value>): Value {
  const attributes = Object.entries(item).map(([name, value]) => [name, plain(value)]);
  const read = schema.safeParse(Object.fromEntries(attributes));
  if (read.success) return read.data;
  throw new DamagedItem(item, String(read.error.issues[0]?.path[0] ?? "form"));
}

/** An attribute as a plain value; a kind that nothing here is stored as is `undefined`. */
function plain({ S, N, B, BOOL, SS, M }: AttributeValue): unknown {
  if (N !== undefined) return Number(N);
  if (M === undefined) return S ?? B ?? BOOL ?? SS;
  return Object.fromEntries(Object.entries(M).map(([name, value]) => [name, plain(value)]));
}

/** Bytes. */
export const bytes = z.instanceof(Uint8Array);

/**
 * An attribute that holds JSON, of today's form or of one that `upgrade` makes into it. What comes out is
 * the parsed text itself and no copy in the order of the schema: a later write may have to find the very
 * text that was read.
 */
export const json = <Value>(
  form: z.ZodMiniType<Value, Value>,
  upgrade: (stored: unknown, text: string) => unknown = (stored) => stored,
): z.ZodMiniType<Value, string> =>
  z.pipe(
    z.string(),
    z.transform((text: string, context): Value => {
      try {
        const value = upgrade(JSON.parse(text), text);
        if (form.safeParse(value).success) return value as Value;
      } catch {
        // Its message would quote what is stored.
      }
      context.issues.push({ code: "custom", input: text });
      return z.NEVER;
    }),
  );

/** An attribute that holds compressed JSON. */
export const packedJson = <Value>(form: z.ZodMiniType<Value, Value>): z.ZodMiniType<Value> =>
  z.pipe(
    z.pipe(
      bytes,
      z.transform((body: Uint8Array<ArrayBuffer>, context): string => {
        try {
          return inflateRawSync(body).toString();
        } catch {
          context.issues.push({ code: "custom", input: body });
          return z.NEVER;
        }
      }),
    ),
    json(form),
  );

/** A whole number from 0. */
export const count = z.int().check(z.nonnegative());

/** A moment, in any form of ISO 8601 that is read. */
export const moment = z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text))));
