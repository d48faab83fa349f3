import type { StoredRemark } from "../../../domain/remark/remark.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import type { Role } from "../../../domain/organiser/role.ts";
import type { Verdict } from "../../../domain/remark/verdict.ts";
import type { App } from "../../../functions/http/environment.ts";
import type { Services } from "../../../functions/services.ts";
import { poolChange } from "../../../functions/store/pool-change.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { organisersOf, ORIGIN } from "../../support/organiser.ts";
import { signedIn } from "../../support/signed-in.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

export const ID = KAZAKHSTAN.id;

export type Wrote = Pick<StoredRemark, "code" | "language" | "text" | "panel" | "publish">;

/** What somebody of the public writes about K3 in English, to be published; unless it says otherwise. */
export const wrote = (text: string, more: Partial<Wrote> = {}): Wrote => ({
  code: "K3",
  language: "en",
  panel: "public",
  publish: true,
  text,
  ...more,
});

/** Brings texts among those that moderators judge, as the mixing of a day does. */
export async function write(
  { db }: Pick<Services, "db">,
  texts: readonly Wrote[],
  id = ID,
): Promise<void> {
  for (const one of texts) {
    if (!(await writeAll(db, await poolChange(db, id, undefined, one)))) throw new Error("refused");
  }
}

/** Takes a text back, as its author does. */
export async function withdraw({ db }: Pick<Services, "db">, one: Wrote, id = ID): Promise<void> {
  if (!(await writeAll(db, await poolChange(db, id, one, undefined)))) throw new Error("refused");
}

/** The texts that a page of the queue shows, in their order: what stands in their forms, and what is read. */
const shownIn = (html: string): { shown: string; text: string }[] =>
  html
    .split('<fieldset class="entry judged"')
    .slice(1)
    .map((card) => ({
      shown: /name="text" value="([^"]+)"/.exec(card)![1]!,
      text: /<p class="written"[^>]*>([^]*?)<\/p>/.exec(card)![1]!,
    }));

/** A moderator at work, or whoever has another role. */
export async function moderator(
  app: App,
  services: Services,
  name: string,
  role: Role = "moderator",
) {
  const organisers = organisersOf(app, services);
  const { cookie, token, id } = await signedIn(services, name, { [ID]: role });
  const get = (query = "", endpoint: keyof typeof ORGANISE = "moderation") =>
    app.request(`${organisePath(ORGANISE[endpoint], { id: ID, lang: "en" })}${query}`, {
      headers: { Cookie: cookie },
    });
  const post = (endpoint: keyof typeof ORGANISE, fields: Record<string, string>) =>
    organisers.send(ORGANISE[endpoint], { id: ID, cookie, token, fields });
  /** A form in which names stand more than once. */
  const send = (endpoint: keyof typeof ORGANISE, fields: URLSearchParams) =>
    app.request(organisePath(ORGANISE[endpoint], { id: ID, lang: "en" }), {
      method: "POST",
      headers: {
        Cookie: cookie,
        Origin: ORIGIN,
        "Content-Type": "application/x-www-form-urlencoded",
      },
      body: fields.toString(),
    });
  const queue = async (query = "") => shownIn(await (await get(query)).text());
  return {
    id,
    cookie,
    token,
    get,
    post,
    send,
    queue,
    /** Gives a verdict on one text, as it was shown. */
    say: (shown: string, verdict: Verdict) =>
      post("judgeTexts", { text: shown, "verdict.0": verdict }),
    /** The same of the first text in the queue that reads so. */
    sayOf: async (text: string, verdict: Verdict, query = "") => {
      const found = (await queue(query)).find((one) => one.text === text);
      if (found === undefined) throw new Error(`${text} is not in the queue`);
      return post("judgeTexts", { text: found.shown, "verdict.0": verdict });
    },
  };
}
