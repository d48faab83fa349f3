import type { Catalogue } from "../language/catalogue.ts";

type Words = Catalogue["about"]["privacy"];

/** A thing that is stored. */
export type KeptItem = keyof Words["items"];

/** For how long each thing is stored: in seconds, or as what decides it. */
export type Kept = Readonly<Record<KeptItem, number | keyof Words["ends"]>>;
