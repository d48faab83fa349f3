import * as z from "zod/mini";
import { languageTag } from "../language.ts";
import { CALENDAR_STATES } from "./calendar.ts";
import { MOST_LISTED } from "./listing.ts";

/** A consultation in the list. Moments are told by its own clocks: `2026-12-21T00:00:00+05:00`. */
const listed = z.object({
  id: z.string(),
  /** In each of its languages in which there is one; the first of the languages is the original. */
  title: z.record(languageTag, z.string()),
  languages: z.array(languageTag),
  state: z.enum(CALENDAR_STATES),
  /** Whether answers are taken now. */
  canRate: z.boolean(),
  timeZone: z.string(),
  opensAt: z.optional(z.string()),
  closesAt: z.optional(z.string()),
  /** The last day on which answers are taken. */
  lastDay: z.optional(z.iso.date()),
  /** How far results are; `too-few`: there is a release, and it tells nothing. */
  results: z.enum(["none", "too-few", "interim", "final"]),
  release: z.optional(z.object({ release: z.int(), releasedAt: z.string() })),
  /** Whole addresses; `rate` only while answers are taken. */
  links: z.object({
    page: z.string(),
    rate: z.optional(z.string()),
    results: z.string(),
    /** Its definition in the API, below which everything else of it is. */
    api: z.string(),
  }),
});

/** The consultations of an installation as its start page lists them: open, coming, closed. */
export const consultationList = z.object({
  consultations: z.array(listed).check(z.maxLength(MOST_LISTED)),
  /** Of how many pages this is which; `?page=2` asks for another. */
  page: z.int(),
  pages: z.int(),
});
export type ConsultationList = z.infer<typeof consultationList>;
