import { definitionOf } from "../../../domain/draft/definition-of.ts";
import { languagesOf, valueOf, zoneOf } from "../../../domain/draft/draft.ts";
import { untranslatedTexts } from "../../../domain/draft/texts.ts";
import { stageAt, stepsAt } from "../../../domain/consultation/life.ts";
import { mayByKey } from "../../../domain/program/key.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { takeStep } from "../../consultation/stepping.ts";
import { workpieceOf } from "../../draft/drafting.ts";
import type { App } from "../../http/environment.ts";
import { openSection } from "../../organiser/section.ts";
import { answered } from "../../program/answered.ts";
import { keyed } from "../../program/keyed.ts";
import type { Services } from "../../services.ts";

/** Where a consultation stands, and the steps of its life. */
export function stateProgramRoutes(app: App, services: Services): void {
  const { now } = services;

  keyed(app, services, PROGRAM_API.state, async ({ section, role, consultation }, { key }) => {
    const work = await workpieceOf(section, now);
    if (work === undefined) return { problem: "page-unknown" as const };
    const { published, draft, revision, stage } = work;
    const definition = published?.definition;
    const { members } = await section.team();
    const languages = definition?.languages ?? languagesOf(draft);
    const draftTitle = languages.flatMap((one) => {
      const title = valueOf(draft, `title.${one}`);
      return title === "" ? [] : [[one, title]];
    });
    const made = definition === undefined ? definitionOf(draft) : { consultation: definition };
    const dates = "consultation" in made ? made.consultation : undefined;
    const proposals = await section.proposals();
    return answered(200, {
      consultation,
      title: definition?.title ?? Object.fromEntries(draftTitle),
      stage,
      timeZone: definition?.timeZone ?? zoneOf(draft),
      languages: [...languages],
      ...(dates?.opensAt !== undefined && { opensAt: dates.opensAt }),
      ...(dates?.closesAt !== undefined && { closesAt: dates.closesAt }),
      revision,
      role,
      maySteps: mayByKey(key, members[key.by]!, "lifecycle"),
      steps: stepsAt(published, now()),
      untranslated: published === undefined ? untranslatedTexts(draft).length : 0,
      twoPersons: definition?.twoPersons === true,
      proposals: proposals.map(({ act, name, at }) => ({ act, by: name, at })),
    });
  });

  keyed(app, services, PROGRAM_API.step, async (actor, { body }) => {
    const { step, stage, confirmed, untranslated, note, closesAt } = body;
    const published = await actor.section.published();
    if (stageAt(published, now()) !== stage) return { problem: "step-refused" as const };
    if (confirmed !== true) return { problem: "step-unconfirmed" as const };
    const problem = await takeStep(services, actor, step, {
      note,
      closesAt: closesAt && new Date(closesAt).toISOString(),
      untranslated,
    });
    if (problem !== undefined) return problem;
    const after = await openSection(services, actor.consultation).published();
    const proposed = step === "close" && published?.definition.twoPersons === true;
    return answered(200, { stage: stageAt(after, now()), proposed });
  });
}
