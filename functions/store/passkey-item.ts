import { hash } from "node:crypto";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { bytes, count } from "./item.ts";

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

/** A passkey's attribute as it is read. */
export const passkeyForm: z.ZodMiniType<Passkey> = z.object({
  id: z.string(),
  publicKey: z.pipe(
    bytes,
    z.transform((key: Uint8Array<ArrayBuffer>) => new Uint8Array(key)),
  ),
  counter: count,
  addedOn: z.string(),
  usedOn: z.string(),
});
