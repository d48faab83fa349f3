import type { Page } from "playwright-core";
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Draft } from "../../domain/draft/draft.ts";
import { draftOf } from "../../domain/draft/draft-of.ts";
import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { organisePath } from "../../domain/organiser/endpoints.ts";
import type { Catalogue } from "../../web/language/catalogue.ts";
import type { SignedInOrganiser } from "../support/signed-in.ts";
import { publish } from "./console-releases.ts";
import { type Beside, type ConsoleWorld, SHORT } from "./console-world.ts";

/** Where a state is seen, and by whom; nobody where it is a page of the public. */
export interface Place {
  path: string;
  who?: SignedInOrganiser;
}

/** One state of one page. */
export interface ConsoleState {
  name: string;
  /** Puts into the store, under an id of its own, what the page is to show. */
  put(world: ConsoleWorld, id: string): Promise<Place>;
  /** What is done there; it must be possible again in another language. */
  act?(page: Page, text: Catalogue): Promise<unknown>;
  /** The page shows the consultation's texts in every language. */
  inEveryLanguage?: boolean;
}

type More = Partial<Consultation>;

/** A page of one consultation: what it is, what stands beside it, who looks, and whether it has a release. */
export const at =
  (
    endpoint: OrganiserEndpoint,
    more: More = {},
    beside: Beside = {},
    { by = "anna" as "anna" | "bolat", released = false } = {},
  ): ConsoleState["put"] =>
  async (world, id) => {
    await world.add({ id, ...more }, beside);
    if (released) await publish(world.services, { ...SHORT, ...more, id });
    return { path: organisePath(endpoint, { id }), who: world[by] };
  };

/** A page of a draft in which some fields say something else. */
export const draftAt =
  (endpoint: OrganiserEndpoint, change: (draft: Draft) => Draft): ConsoleState["put"] =>
  async (world, id) => {
    await world.add({ id }, { draft: change(draftOf({ ...SHORT, id })) });
    return { path: organisePath(endpoint, { id }), who: world.anna };
  };

/** A draft with other values in some fields, all of which count as translated as they were. */
export const withFields =
  (more: Record<string, string>) =>
  (draft: Draft): Draft => ({ ...draft, fields: { ...draft.fields, ...more } });

/** Presses a button: of several with that name the first, or the last. */
export const press = (page: Page, name: string, which: "first" | "last" = "first"): Promise<void> =>
  page.getByRole("button", { name, exact: true })[which]().click();
