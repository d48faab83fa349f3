import { hash } from "node:crypto";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** A passkey as it is kept: what is needed to check its next answer, and what its owner is shown. */
export interface Passkey {
  /** The credential's id in base64url. */
  id: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  /** Days. */
  addedOn: string;
  usedOn: string;
}

/** Under what a passkey stands in its owner's item: an id may be longer than a name in an expression. */
export const passkeyName = (id: string): string => hash("sha256", id, "hex");

/** A passkey as an attribute. */
export const passkeyItem = (passkey: Passkey): AttributeValue => ({
  M: {
    publicKey: { B: passkey.publicKey },
    counter: { N: String(passkey.counter) },
    id: { S: passkey.id },
    addedOn: { S: passkey.addedOn },
    usedOn: { S: passkey.usedOn },
  },
});

/** The passkeys of an attribute, oldest first. */
export const readPasskeys = (attribute: AttributeValue | undefined): Passkey[] =>
  Object.values(attribute?.M ?? {})
    .map(({ M = {} }) => ({
      id: M["id"]?.S ?? "",
      publicKey: new Uint8Array(M["publicKey"]?.B ?? []),
      counter: Number(M["counter"]?.N),
      addedOn: M["addedOn"]?.S ?? "",
      usedOn: M["usedOn"]?.S ?? "",
    }))
    .toSorted((a, b) => (a.addedOn + a.id < b.addedOn + b.id ? -1 : 1));
