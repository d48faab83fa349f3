import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { pathOf, RESULTS } from "../../domain/paths.ts";
import { may } from "../../domain/organiser/role.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { useReader } from "../language/reader.ts";
import { Wording } from "../language/said.tsx";
import { fill, formatMoment } from "../text.ts";
import type { FrontConsultation } from "./front-view.ts";
import { ProposalLink } from "./proposal-link.tsx";
import { proposalWords } from "./proposal-words.ts";
import { sectionsFor } from "./sections.ts";

interface Props extends FrontConsultation {
  /** The only one that its organiser has: nothing is folded away. */
  alone: boolean;
}

/** One consultation: where it stands, the one thing that mostly comes next, and quietly all the rest. */
export function OwnConsultation({ alone, ...of }: Props) {
  const { language, text } = useReader();
  const { id, title, role, stage, proposals, timeZone } = of;
  const words = text.organiser.home;
  const heading = `title-${id} address-${id}`;
  const next = nextFor(of, language, text);
  const asked = of.needs.flatMap((one) => (one.need === "proposal" ? [one.act] : []));
  const ways = [
    ...sectionsFor(role, stage !== "draft").map(({ page, name }) => ({ page, name: name(text) })),
    ...(stage === "draft" && may(role, "lifecycle")
      ? [{ page: ORGANISE.deleteDraftPage, name: text.organiser.bin.link }]
      : []),
  ];
  // Several consultations have the same sections: a link is named by both.
  const named = (link: string) =>
    alone ? {} : { id: `${link}-${id}`, "aria-labelledby": `${link}-${id} ${heading}` };
  return (
    <section class="entry" aria-labelledby={heading}>
      <h2 id={`title-${id}`}>
        <Wording of={title} />
      </h2>
      {/* A copy has the same title. */}
      <p class="hint">
        <code id={`address-${id}`}>{id}</code> ·{" "}
        {fill(words.role, { role: text.organiser.roles[role] })}
      </p>
      <p>{stands(of, language, text)}</p>
      {proposals
        .filter(({ act }) => !asked.includes(act))
        .map((one) => (
          <div class="notice" key={one.act}>
            <p>{proposalWords(language, text, one, timeZone)}</p>
            <ProposalLink id={id} role={role} act={one.act} />
          </div>
        ))}
      <p class="buttons">
        <a class="button secondary" href={next.address} {...named("next")}>
          {next.name}
        </a>
      </p>
      <details open={alone}>
        <summary {...named("all")}>{words.all}</summary>
        <ul class="ways">
          {ways.map(({ page, name }, index) => (
            <li key={page.path}>
              <a href={organisePath(page, { id, lang: language })} {...named(`way-${index}`)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Where it stands, by the calendar and by what has been published. */
function stands(of: FrontConsultation, language: string, { draft, participation }: Catalogue) {
  const { stage, opensAt, closesAt, timeZone, final } = of;
  const { life } = draft;
  const at = (iso: string) => ({ moment: formatMoment(language, iso, timeZone) });
  const day =
    stage === "scheduled" && opensAt !== undefined
      ? fill(life.opens, at(opensAt))
      : stage === "closed"
        ? final
          ? participation.next.final
          : fill(participation.next.closed, at(closesAt!))
        : stage === "open" || stage === "paused"
          ? closesAt === undefined
            ? life.neverCloses
            : fill(life.closes, at(closesAt))
          : "";
  return `${life.stages[stage]} ${day}`.trim();
}

/** The one thing that mostly comes next, within what the role may do. */
function nextFor(of: FrontConsultation, language: string, { organiser }: Catalogue) {
  const { id, role, stage, needs, hasResults } = of;
  const words = organiser.home.next;
  const to = (page: Parameters<typeof organisePath>[0], name: string) => ({
    address: organisePath(page, { id, lang: language }),
    name,
  });
  if (stage === "draft") {
    if (needs.some(({ need }) => need === "complete")) return to(ORGANISE.lifePage, words.open);
    return may(role, "translate")
      ? to(ORGANISE.editPage, words.edit)
      : to(ORGANISE.previewPage, words.preview);
  }
  if (stage === "scheduled") {
    return may(role, "invite")
      ? to(ORGANISE.invitations, words.invite)
      : to(ORGANISE.previewPage, words.preview);
  }
  if (stage === "paused" && may(role, "lifecycle")) return to(ORGANISE.lifePage, words.resume);
  const isOver = stage === "closed" || stage === "archived";
  return isOver && hasResults
    ? { address: pathOf(RESULTS, { id, lang: language }), name: words.results }
    : to(ORGANISE.watch, words.watch);
}
