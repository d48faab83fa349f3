/** The shapes that keys have: what is there once, several times, numbered, apart, or hidden under a hash. */
import type { Item } from "./damaged-item.ts";

export type Key = ReturnType<typeof key>;

export const key = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } });

/** What of a query says that it is about all items of a partition, or those whose sort key begins so. */
export const every = (pk: string, prefix?: string) => ({
  KeyConditionExpression: prefix === undefined ? "pk = :pk" : "pk = :pk AND begins_with(sk, :sk)",
  ExpressionAttributeValues: {
    ":pk": { S: pk },
    ...(prefix !== undefined && { ":sk": { S: prefix } }),
  },
});

export const sortKey = (item: Item): string => item["sk"]?.S ?? "";

/** The keys of a partition of its own, in which each item is named by its sort key. */
export const partition = (pk: string) => ({
  key: (name: string) => key(pk, name),
  every: every(pk),
  name: sortKey,
});

/** The key of something that there is once for a consultation. */
export const single = (sk: string) => (consultation: string) => key(`C#${consultation}`, sk);

/** The keys of things of which a consultation has several. */
export const several = (prefix: string) => ({
  key: (consultation: string, name: string) => key(`C#${consultation}`, prefix + name),
  every: (consultation: string) => every(`C#${consultation}`, prefix),
  name: (item: Item) => sortKey(item).slice(prefix.length),
});

/** The same, numbered: with so many digits that the order of the keys is the order of the numbers. */
export const numbered = (prefix: string, digits: number) => {
  const keys = several(prefix);
  return {
    key: (consultation: string, number: number) =>
      keys.key(consultation, String(number).padStart(digits, "0")),
    every: keys.every,
    /** Not a number when the key holds none. */
    number: (item: Item) => Number(keys.name(item) || NaN),
  };
};

/** The keys of things that each consultation has in a partition of its own. */
export const apart = (kind: string) => ({
  key: (consultation: string, name: string) => key(`${kind}#${consultation}`, name),
  every: (consultation: string) => every(`${kind}#${consultation}`),
  name: sortKey,
});

/** The key of something that is found by a hash or a random text alone. */
export const hidden = (kind: string) => (name: string) => key(`${kind}#${name}`, kind);
