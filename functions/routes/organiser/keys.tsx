import type { Context } from "hono";
import { dayIn } from "../../../domain/consultation/time-zone.ts";
import { languagesOf } from "../../../domain/draft/draft.ts";
import type { Fault } from "../../../domain/fault.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { NAME_LENGTH } from "../../../domain/organiser/name.ts";
import { may, roleOf } from "../../../domain/organiser/role.ts";
import { lastDayFrom, readKeyWanted } from "../../../domain/program/key.ts";
import { type Problem, PROBLEMS } from "../../../domain/problem.ts";
import { fill, formatDay, formatNumber } from "../../../web/text.ts";
import type { Reader } from "../../../web/language/reader.ts";
import type { KeyEntered, KeyFaults } from "../../../web/program/key-form.tsx";
import { KeyPage } from "../../../web/program/key-page.tsx";
import { KeyRevokingPage } from "../../../web/program/key-revoking-page.tsx";
import { KeysPage } from "../../../web/program/keys-page.tsx";
import { workpieceOf } from "../../draft/drafting.ts";
import { pageAnswer, problemAnswer } from "../../http/answers.tsx";
import type { App, Environment } from "../../http/environment.ts";
import { languageOf } from "../../http/request.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, goTo, guarded, type TeamActor } from "../../organiser/guard.tsx";
import { liveKeys, makeKey, revokeKey } from "../../organiser/program-keys.ts";
import { sectionView } from "../../organiser/view.ts";
import type { Services } from "../../services.ts";
import { getOrganiser } from "../../store/organisers.ts";
import type { StoredKey } from "../../store/program-keys.ts";

/** A key is offered for so long; whoever needs another says so. In days. */
const USUAL = 90;
const DAY = 24 * 60 * 60_000;

/** The keys of a consultation's programs: seen, made and revoked, by its owners alone. */
export function keyRoutes(app: App, services: Services): void {
  const { now } = services;

  const shown = async (
    context: Context<Environment>,
    actor: TeamActor,
    refused?: Problem & { entered?: KeyEntered },
  ) => {
    const work = await workpieceOf(actor.section, now);
    if (work === undefined) return problemAnswer(context, services, { problem: "page-unknown" });
    const page = await sectionView(services, context.req.raw, actor);
    const { timeZone } = page.consultation;
    const today = dayIn(timeZone, now());
    const last = lastDayFrom(today);
    const usual = dayIn(timeZone, new Date(now().getTime() + USUAL * DAY));
    const nothing = { name: "", role: "viewer", languages: [], steps: false, expires: usual };
    return pageAnswer(
      <KeysPage
        {...page}
        keys={await viewsOf(services, actor)}
        making={
          work.published?.life.purge === undefined
            ? {
                entered: refused?.entered ?? nothing,
                faults: sentences(page, refused?.faults ?? [], last),
                languages: languagesOf(work.draft),
                last,
              }
            : undefined
        }
        problem={refused?.problem}
      />,
      refused === undefined ? 200 : PROBLEMS[refused.problem],
    );
  };

  const own = (context: Context<Environment>, { consultation: id }: TeamActor) =>
    organisePath(ORGANISE.keys, { id, lang: languageOf(context.req.raw) });

  guarded(app, services, ORGANISE.keys, (context, actor) => shown(context, actor));

  guarded(app, services, ORGANISE.makeKey, async (context, actor, { fields }) => {
    const entered: KeyEntered = {
      name: fields.get("name") ?? "",
      role: fields.get("role") ?? "",
      languages: fields.getAll("language"),
      steps: fields.get("steps") === "yes",
      expires: fields.get("expires") ?? "",
    };
    const work = await workpieceOf(actor.section, now);
    if (work === undefined || work.published?.life.purge !== undefined) {
      return shown(context, actor);
    }
    const page = await sectionView(services, context.req.raw, actor);
    const { timeZone } = page.consultation;
    const all = languagesOf(work.draft);
    const read = readKeyWanted(entered, entered.languages, all, dayIn(timeZone, now()));
    if ("faults" in read) {
      return shown(context, actor, { problem: "key-invalid", faults: read.faults, entered });
    }
    const made = await makeKey(services, actor, read.wanted, timeZone);
    if ("problem" in made) return shown(context, afresh(services, actor), { ...made, entered });
    return pageAnswer(<KeyPage {...page} name={read.wanted.name} made={made.key} />);
  });

  guarded(app, services, ORGANISE.revokeKeyPage, async (context, actor) => {
    const hash = context.req.query("which");
    const key = (await liveKeys(services, actor.consultation)).find((one) => one.hash === hash);
    if (key === undefined) return goTo(own(context, actor));
    const page = await sectionView(services, context.req.raw, actor);
    return pageAnswer(<KeyRevokingPage {...page} revoked={key} />);
  });

  guarded(app, services, ORGANISE.revokeKey, async (context, actor, { fields }) => {
    const problem = await revokeKey(services, actor, fields.get("which") ?? "");
    if (problem !== undefined) return shown(context, afresh(services, actor), problem);
    return doneAt(services, actor, own(context, actor), "key-revoked");
  });
}

/** The keys that count, with the names of who made them. */
async function viewsOf(services: Services, actor: TeamActor) {
  const { members } = await actor.section.team();
  const view = async ({ by, madeAt, usedOn, ...key }: StoredKey) => {
    const role = roleOf(members, by);
    return {
      ...key,
      by: (await getOrganiser(services.db, by))?.name ?? "",
      madeAt: new Date(madeAt).toISOString(),
      usedOn,
      weaker: role === undefined || !may(role, "team"),
    };
  };
  return Promise.all((await liveKeys(services, actor.consultation)).map(view));
}

/** What to do about each field. */
function sentences({ language, text }: Reader, faults: readonly Fault[], last: string): KeyFaults {
  const words = text.programs.faults;
  const named = { most: formatNumber(language, NAME_LENGTH), last: formatDay(language, last) };
  const isWrong = (field: string) => faults.some(({ pointer }) => pointer === `/${field}`);
  return Object.fromEntries(
    (["name", "role", "languages", "expires"] as const)
      .filter(isWrong)
      .map((field) => [field, fill(words[field], named)]),
  );
}
