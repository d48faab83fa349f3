/** What programs are answered. What the console rounds or leaves out is rounded and left out here too. */
import * as z from "zod/mini";
import { STAGES, type Step, STEPS } from "../consultation/life.ts";
import { languageTag } from "../language.ts";
import { TWO_PERSON_ACTS } from "../organiser/proposal.ts";
import { ROLES } from "../organiser/role.ts";
import { STANDINGS } from "../remark/verdict.ts";

const texts = z.record(languageTag, z.string());
const moment = z.string();
const steps = z.enum(Object.keys(STEPS) as [Step, ...Step[]]);

export const stateAnswer = z.object({
  consultation: z.string(),
  title: texts,
  stage: z.enum(STAGES),
  timeZone: z.string(),
  languages: z.array(languageTag),
  opensAt: z.optional(moment),
  closesAt: z.optional(moment),
  /** The version of the draft. */
  revision: z.int(),
  /** Of the key, and whether it may take steps. */
  role: z.enum(ROLES),
  maySteps: z.boolean(),
  /** The steps that can be taken now. */
  steps: z.array(steps),
  /** How many texts of a draft have no translation: `untranslated` of the step that opens it. */
  untranslated: z.int(),
  twoPersons: z.boolean(),
  proposals: z.array(z.object({ act: z.enum(TWO_PERSON_ACTS), by: z.string(), at: moment })),
});

export const draftAnswer = z.object({ revision: z.int(), definition: z.unknown() });
export const draftReplaced = z.object({ revision: z.int() });

/** `proposed`: a second person has to confirm it, in the console. */
export const stepAnswer = z.object({ stage: z.enum(STAGES), proposed: z.boolean() });
export const exportAsked = z.object({ proposed: z.boolean() });

/** How many were used, rounded; or why it is not told. */
const counts = z.object({
  made: z.int(),
  used: z.union([z.int(), z.enum(["fewer", "too-small-a-group", "not-in-this-consultation"])]),
  least: z.int(),
});
export const invitationsAnswer = z.object({
  all: counts,
  groups: z.array(
    z.object({
      group: z.string(),
      label: z.string(),
      day: z.string(),
      expires: z.optional(z.string()),
      expired: z.boolean(),
      counts,
    }),
  ),
});
export const invitationsMade = z.object({
  group: z.string(),
  label: z.string(),
  expires: z.optional(z.string()),
  /** Fewer codes than this: the making broke off, and those that stand here are all there are. */
  wanted: z.int(),
  codes: z.array(
    z.object({ code: z.string(), label: z.optional(z.string()), address: z.string() }),
  ),
});

export const channelsAnswer = z.object({
  channels: z.array(
    z.object({
      code: z.string(),
      label: texts,
      address: z.string(),
      /** Added while it was open: no group of the results. */
      later: z.boolean(),
    }),
  ),
});
export const channelMade = z.object({ code: z.string(), address: z.string() });

export const hooksAnswer = z.object({
  hooks: z.array(
    z.object({
      hook: z.string(),
      address: z.string(),
      addedAt: moment,
      waiting: z.int(),
      failingSince: z.optional(moment),
      off: z.optional(z.object({ at: moment, why: z.enum(["failing", "gone"]) })),
      attempts: z.array(
        z.object({
          key: z.string(),
          at: moment,
          tries: z.int(),
          status: z.optional(z.int()),
          failure: z.optional(z.string()),
        }),
      ),
    }),
  ),
});
export const hookMade = z.object({ hook: z.string(), address: z.string(), secret: z.string() });

export const numberAnswer = z.object({ number: z.int() });

const panels = z.object({ public: z.nullable(z.int()), expert: z.nullable(z.int()) });
export const participationAnswer = z.object({
  /** The newest release; nothing here is newer. */
  release: z.nullable(z.int()),
  days: z.array(z.object({ day: z.string(), release: z.int(), ballots: panels })),
  outlook: z.object({
    phase: z.string(),
    daysLeft: z.optional(z.int()),
    experts: z.nullable(z.int()),
    final: z.boolean(),
    nextRelease: z.optional(moment),
  }),
  invitations: counts,
  invited: z.int(),
  health: z.object({
    state: z.string(),
    minutesBehind: z.int(),
    recount: z.optional(z.object({ at: moment, agreed: z.boolean() })),
  }),
  gaps: z.record(
    z.string(),
    z.array(
      z.object({
        option: z.string(),
        share: z.nullable(z.number()),
        population: z.number(),
        ratio: z.nullable(z.number()),
        under: z.boolean(),
      }),
    ),
  ),
});

const entry = {
  number: z.int(),
  at: moment,
  who: z.string(),
  action: z.string(),
  before: z.unknown(),
  after: z.unknown(),
};
export const logAnswer = z.object({
  entries: z.array(z.object(entry)),
  /** How many there are in all, and whether the chain of their hashes is whole. */
  total: z.int(),
  whole: z.boolean(),
});
export const logFileAnswer = z.object({
  consultation: z.string(),
  entries: z.array(
    z.object({ ...entry, salt: z.string(), previous: z.string(), hash: z.string() }),
  ),
});

export const textsAnswer = z.object({
  texts: z.array(
    z.object({
      text: z.string(),
      standing: z.enum(STANDINGS),
      acts: z.int(),
      /** Empty for a suggestion. */
      recommendation: z.string(),
      language: languageTag,
      words: z.string(),
      /** How many wrote the same, and whether one of them wants it published. */
      people: z.int(),
      publish: z.boolean(),
      odd: z.array(z.string()),
      said: z.array(z.string()),
    }),
  ),
  /** `after` of the next page. */
  next: z.optional(z.string()),
});
export const verdictsAnswer = z.object({
  taken: z.int(),
  /** Why the others were not. */
  missed: z.array(z.enum(["text-gone", "text-judged", "text-needs-another"])),
});
