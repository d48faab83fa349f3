import type { ComponentChildren } from "preact";
import type { DoneCode } from "../../domain/organiser/done.ts";
import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Role } from "../../domain/organiser/role.ts";
import { type Said, textOf, Wording } from "../language/said.tsx";
import { ConsolePage, type ConsoleProps, type SignedIn } from "./console-page.tsx";
import type { Way } from "./done-note.tsx";
import { sectionsFor } from "./sections.ts";

/** What every page of one consultation's console is given. */
export interface SectionProps extends ConsoleProps {
  signedIn: SignedIn;
  consultation: {
    id: string;
    title: Said;
    /** Nobody may find out who has to do with it: no title of a page names it. */
    atRisk: boolean;
    /** In which its days and hours are told. */
    timeZone: string;
    /** Not a draft any more. */
    published: boolean;
  };
  /** The reader's role there. */
  role: Role;
}

interface Props extends SectionProps {
  /** The section's own page: the language links and its name lead there. */
  page: OrganiserEndpoint;
  heading: string;
  script?: boolean;
  onlyOnce?: boolean;
  wide?: boolean;
  languageChoice?: ComponentChildren;
  query?: Record<string, string> | undefined;
  moreStyle?: string | readonly string[] | undefined;
  children: ComponentChildren;
}

/** Where to go on after something was done: to those of its sections that the role opens. */
function waysAfter({ language, text, role, consultation, signedIn }: Props): Way[] {
  const next: readonly OrganiserEndpoint[] = NEXT[signedIn.done?.code ?? "draft-saved"] ?? [];
  return sectionsFor(role, consultation.published)
    .filter(({ page }) => next.includes(page))
    .map(({ page, name }) => ({
      address: organisePath(page, { id: consultation.id, lang: language }),
      name: name(text),
    }));
}

const NEXT: Partial<Record<DoneCode, readonly OrganiserEndpoint[]>> = {
  "draft-created": [ORGANISE.previewPage],
  "draft-imported": [ORGANISE.previewPage],
  "life-unschedule": [ORGANISE.editPage],
  "life-schedule": [ORGANISE.invitations, ORGANISE.channels],
  "life-open": [ORGANISE.invitations, ORGANISE.channels, ORGANISE.watch],
  "life-close": [ORGANISE.watch],
};

/** A page of one consultation's console, with the ways to its other sections. */
export function SectionPage(props: Props) {
  const { language, text, consultation, role, page, heading, children } = props;
  return (
    <ConsolePage
      {...props}
      title={heading}
      within={consultation.atRisk ? undefined : textOf(consultation.title)}
      path={organisePath(page, { id: consultation.id })}
      about={{ consultation, ways: waysAfter(props) }}
    >
      <p class="eyebrow">
        <Wording of={consultation.title} />
      </p>
      <h1>{heading}</h1>
      <nav class="console-head" aria-label={textOf(consultation.title)}>
        {sectionsFor(role, consultation.published).map((section) => (
          <a
            key={section.page.path}
            href={organisePath(section.page, { id: consultation.id, lang: language })}
            aria-current={section.page.path === page.path ? "true" : undefined}
          >
            {section.name(text)}
          </a>
        ))}
      </nav>
      {children}
    </ConsolePage>
  );
}
