import type { PublishedConsultation } from "../../domain/consultation/life.ts";
import { type Proposal, standing } from "../../domain/organiser/proposal.ts";
import type { Services } from "../services.ts";
import { isUnreadable } from "../store/consultation-item.ts";
import { getPublished } from "../store/consultations.ts";
import { getDraft, type StoredDraft } from "../store/drafts.ts";
import { listProposals } from "../store/proposals.ts";
import { getTeam, type Team } from "../store/teams.ts";

/**
 * What is stored of one consultation, as one request sees it: each part is read when it is first asked
 * for, strongly consistent, and never again, so that no two parts of an answer can disagree. What is
 * written is decided on a section that was opened for it, and conditional on what was read there.
 */
export interface Section {
  id: string;
  team(): Promise<Team>;
  /** `undefined` while it is only a draft, or nothing at all. */
  published(): Promise<PublishedConsultation | undefined>;
  draft(): Promise<StoredDraft | undefined>;
  /** The proposals that stand at this moment, and of which something can still come. */
  proposals(): Promise<Proposal[]>;
}

/** Opens a section; nothing is read yet, but the team where it is at hand. */
export function openSection(
  { db, now }: Pick<Services, "db" | "now">,
  id: string,
  team?: Team,
): Section {
  const section: Section = {
    id,
    team: once(async () => team ?? getTeam(db, id)),
    published: once(() => getPublished(db, id)),
    draft: once(() => getDraft(db, id)),
    proposals: once(async () => {
      const all = await listProposals(db, id);
      if (all.length === 0) return [];
      const [{ members }, published] = [await section.team(), await section.published()];
      return standing(all, published, members, now());
    }),
  };
  return section;
}

/** Whether what is published of it can be read. Its own pages say when not; those about several pass over it. */
export const isReadable = (section: Section): Promise<boolean> =>
  section.published().then(
    () => true,
    (failure: unknown) => {
      if (isUnreadable(failure)) return false;
      throw failure;
    },
  );

function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () => (loaded ??= load());
}
