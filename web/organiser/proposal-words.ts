import type { Language } from "../../domain/language.ts";
import { lapsesAt, type Proposal } from "../../domain/organiser/proposal.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatMoment } from "../text.ts";
import { whoIn } from "./who.ts";

/** What was proposed, by whom and when, and until when somebody else must confirm it. */
export function proposalWords(
  language: Language,
  text: Catalogue,
  proposal: Proposal,
  timeZone: string,
): string {
  const { made, until } = text.exports.proposal;
  const { act, name, at } = proposal;
  const said = fill(made[act], {
    name: whoIn(text, name),
    moment: formatMoment(language, at, timeZone),
  });
  const lapses = formatMoment(language, lapsesAt(proposal), timeZone);
  return `${said} ${fill(until, { until: lapses })}`;
}
