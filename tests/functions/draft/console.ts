import { markOf } from "../../../domain/draft/mark.ts";
import { valueOf } from "../../../domain/draft/draft.ts";
import type { OrganiserEndpoint } from "../../../domain/organiser/endpoint.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { createApp } from "../../../functions/app.ts";
import { getDraft } from "../../../functions/store/drafts.ts";
import { newSignIn, signedIn, type SignedInOrganiser } from "../../support/signed-in.ts";
import { freshWorld } from "../../support/world.ts";
import type { Language } from "../../support/languages.ts";

const ORIGIN = "http://localhost";
type Fields = Record<string, string | Blob>;

/** A fresh world with a settable clock, and organisers who use the console as a browser would. */
export async function freshConsole() {
  const clock = { now: new Date("2027-01-02T12:00:00Z") };
  const services = { ...(await freshWorld()), now: () => clock.now };
  const app = createApp(services);
  const get = (who: SignedInOrganiser, endpoint: OrganiserEndpoint, id?: string, lang = "en") =>
    app.request(organisePath(endpoint, { ...(id !== undefined && { id }), lang }), {
      headers: { Cookie: who.cookie },
    });
  const post = (
    who: SignedInOrganiser,
    endpoint: OrganiserEndpoint,
    fields: Fields,
    id?: string,
    headers: Record<string, string> = {},
  ) => {
    const all = { csrf: who.token, ...fields };
    const parts = endpoint.body === "parts";
    const body = parts ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(all)) body.append(name, value as string);
    return app.request(organisePath(endpoint, { ...(id !== undefined && { id }), lang: "en" }), {
      method: "POST",
      headers: { Cookie: who.cookie, Origin: ORIGIN, ...headers },
      body,
    });
  };
  const draft = async (id: string) => (await getDraft(services.db, id))!.draft;
  return {
    services,
    app,
    clock,
    get,
    post,
    draft,
    /** The same organiser in a new session. */
    again: async (who: SignedInOrganiser) => ({ ...who, ...(await newSignIn(services, who.id)) }),
    organiser: (name: string, roles = {}) => signedIn(services, name, roles),
    create: (who: SignedInOrganiser, fields: Fields) => post(who, ORGANISE.create, fields),
    /** Sets fields, each with the mark of what was seen in it (by default what is stored). */
    edit: async (
      who: SignedInOrganiser,
      id: string,
      values: Record<string, string>,
      { seen = {} as Record<string, string>, headers = {}, more = {} as Fields } = {},
    ) => {
      const stored = await getDraft(services.db, id);
      const fields = Object.entries(values).flatMap(([name, value]) => [
        [name, value],
        [`seen.${name}`, markOf(seen[name] ?? (stored ? valueOf(stored.draft, name) : ""))],
      ]);
      const all = { ...more, ...(Object.fromEntries(fields) as Fields) };
      return post(who, ORGANISE.edit, all, id, headers);
    },
    press: (who: SignedInOrganiser, id: string, button: string) =>
      post(who, ORGANISE.edit, { do: button }, id),
    step: (who: SignedInOrganiser, id: string, step: string, stage: string, more: Fields = {}) =>
      post(who, ORGANISE.step, { step, stage, confirmed: "yes", ...more }, id),
  };
}

/** A file as a browser sends it. */
export const file = (text: string | Uint8Array<ArrayBuffer>): Blob => new Blob([text]);

/** All languages of one text of a draft. */
export const inAll = (base: string, text: string): Record<string, string> =>
  Object.fromEntries((["en", "ru", "kk"] as Language[]).map((one) => [`${base}.${one}`, text]));
