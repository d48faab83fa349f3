import { dayIn } from "../../../domain/consultation/time-zone.ts";
import { RATE, pathOf } from "../../../domain/paths.ts";
import { type Problem, PROBLEMS } from "../../../domain/problem.ts";
import { GroupPage } from "../../../web/invitation/group-page.tsx";
import { type Letter, letterTo, type LetterTo } from "../../../web/invitation/letter.ts";
import { pageAnswer, problemAnswer } from "../../http/answers.tsx";
import { invitationViews } from "../../invitation/views.ts";
import type { Services } from "../../services.ts";
import type { PublishedSection } from "./section.tsx";

interface Said {
  problem?: Problem;
  wrong?: { which?: string; sure?: string; expires?: string };
  /** The labels of its unused codes, where they were asked for. */
  listed?: readonly string[];
}

/** The page of one group of invitations, with what came of what was asked. */
export async function groupPage(
  services: Services,
  input: PublishedSection,
  id: string,
  { problem, wrong = {}, listed }: Said = {},
): Promise<Response> {
  const { groups } = await invitationViews(services, input.definition);
  const group = groups.find((one) => one.id === id);
  if (group === undefined) {
    return problemAnswer(input.context, services, { problem: "page-unknown" });
  }
  return pageAnswer(
    <GroupPage
      {...input.page}
      {...{ group, problem, wrong, listed }}
      today={todayOf(services, input)}
      letters={lettersTo("reminder", input, group.expires)}
    />,
    problem === undefined ? 200 : PROBLEMS[problem.problem],
  );
}

/** The day that it is where a consultation is. */
export const todayOf = (
  { now }: Pick<Services, "now">,
  { definition }: Pick<PublishedSection, "definition">,
): string => dayIn(definition.timeZone, now());

/** A letter in each language of a consultation; the place of a code is only marked in it. */
export const lettersTo = (
  to: LetterTo,
  { context, definition }: PublishedSection,
  expires?: string,
): Letter[] =>
  definition.languages.map((language) => {
    const { origin } = new URL(context.req.url);
    const link = `${origin}${pathOf(RATE, { id: definition.id, lang: language })}`;
    return letterTo(to, { consultation: definition, language, link, expires });
  });
