import type { PublishedConsultation } from "../../../domain/consultation/life.ts";
import type { Problem } from "../../../domain/problem.ts";
import type { Acting } from "../../organiser/acting.ts";

/** Hands a published consultation on; of a draft there is nothing yet of what is asked. */
export async function onPublished<Made>(
  { section }: Acting,
  handle: (published: PublishedConsultation) => Promise<Made>,
): Promise<Made | Problem> {
  const published = await section.published();
  return published === undefined ? { problem: "consultation-unknown" as const } : handle(published);
}
