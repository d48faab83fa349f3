import type { Services } from "../services.ts";

/** An organiser's id: random, and what a passkey hands back as its user. */
export const drawOrganiserId = ({ random }: Pick<Services, "random">): string =>
  Buffer.from(random(16)).toString("base64url");

export const isOrganiserId = (text: unknown): text is string =>
  typeof text === "string" && /^[\w-]{22}$/.test(text);
