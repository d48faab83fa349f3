import type { Consultation } from "../../domain/consultation/definition.ts";
import { servicesBeside } from "../support/beside.ts";
import { IN_ARABIC } from "../support/other-scripts.ts";
import type { RunningServer } from "../support/server.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import { gradedRelease } from "../web/results/graded.ts";
import { register } from "./console-releases.ts";
import { addTo } from "./more-consultations.ts";

const DAY = 24 * 60 * 60_000;

/** A consultation to be read, which nobody answers: its first release was due yesterday, its next one is six days away. */
export const READ: Consultation = {
  ...KAZAKHSTAN,
  id: "read",
  opensAt: new Date(Date.now() - 8 * DAY).toISOString(),
  release: { every: "week", groups: 30 },
};

/** What is published of it, with means from one end of the scale to the other. */
export const { release: PUBLISHED } = gradedRelease(READ);

/** Puts it onto a running server, with its results, and one that is written from right to left. */
export async function addWhatIsRead(server: RunningServer): Promise<void> {
  const services = await servicesBeside(server);
  await register(services, PUBLISHED, 1);
  services.db.client.destroy();
  await Promise.all([addTo(server, READ), addTo(server, IN_ARABIC)]);
}

/** The pages that most people see, in the languages that are most unlike each other. */
export const SEEN_BY_MOST = ["en", "ru", "kk", "ar"].flatMap((language) => {
  const here = `/c/${language === "ar" ? IN_ARABIC.id : READ.id}`;
  return ["/", here, `${here}/results`].map((path) => `${path}?lang=${language}`);
});
