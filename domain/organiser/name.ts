import * as z from "zod/mini";
import { plainText } from "../language.ts";

/** Most characters of an organiser's name. */
export const NAME_LENGTH = 60;

// What Kenes does by itself stands in the log under that name.
const name = plainText(NAME_LENGTH).check(
  z.regex(/^[^<>]*$/),
  z.refine((text) => text.toLowerCase() !== "kenes"),
);

/** The name that somebody typed, without spaces around it; `undefined` when it cannot be one. */
export const readName = (typed: unknown): string | undefined => z.safeParse(name, typed).data;
