import type { AttributeValue } from "@aws-sdk/client-dynamodb";

/** A passkey as it is kept: what is needed to check its next answer, and what its owner is shown. */
export interface Passkey {
  /** The credential's id in base64url. */
  id: string;
  publicKey: Uint8Array<ArrayBuffer>;
  counter: number;
  /** The host name that it was made for. */
  host: string;
  /** Days. */
  addedOn: string;
  usedOn: string;
}

/** A passkey as an attribute; its id is the key under which it stands. */
export const passkeyItem = (passkey: Passkey): AttributeValue => ({
  M: {
    publicKey: { B: passkey.publicKey },
    counter: { N: String(passkey.counter) },
    host: { S: passkey.host },
    addedOn: { S: passkey.addedOn },
    usedOn: { S: passkey.usedOn },
  },
});

/** The passkeys of an attribute, oldest first. */
export const readPasskeys = (attribute: AttributeValue | undefined): Passkey[] =>
  Object.entries(attribute?.M ?? {})
    .map(([id, { M = {} }]) => ({
      id,
      publicKey: new Uint8Array(M["publicKey"]?.B ?? []),
      counter: Number(M["counter"]?.N),
      host: M["host"]?.S ?? "",
      addedOn: M["addedOn"]?.S ?? "",
      usedOn: M["usedOn"]?.S ?? "",
    }))
    .toSorted((a, b) => (a.addedOn + a.id < b.addedOn + b.id ? -1 : 1));
