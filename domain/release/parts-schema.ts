import * as z from "zod/mini";
import { HIDDEN_REASONS } from "../disclosure/reasons.ts";

/* What the parts of a release's form are made of. */

export const figure = z.nullable(z.number());
export const count = z.nullable(z.int());
export const range = z.nullable(z.tuple([z.number(), z.number()]));

/**
 * Why a figure is `null`, under its name; a part of a list by its place (`counts/0` for point 1).
 * Every `null` has its reason here, and every reason its `null`.
 */
export const hidden = z.record(z.string(), z.enum(HIDDEN_REASONS));

/**
 * The protected counts as they were measured: the five points, no opinion, skipped. They may be below
 * zero. All other figures are made from these; empty where nothing of a panel is published.
 */
export const measured = z.array(z.int());

/** Noise that stands in every count of a table: the deviation in its newest count; 0: exact. */
export const deviation = z.number();
