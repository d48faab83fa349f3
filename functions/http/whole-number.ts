import { isNumbered } from "../../domain/contract/part.ts";

/** A release's number as it stands in an address; 0, which is none, for anything else. */
export const wholeNumber = (text: string): number => (isNumbered(text) ? Number(text) : 0);
