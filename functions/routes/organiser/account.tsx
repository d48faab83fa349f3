import type { DoneCode } from "../../../domain/organiser/done.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type ProblemCode, PROBLEMS } from "../../../domain/problem.ts";
import { AccountPage } from "../../../web/organiser/account-page.tsx";
import { CodesPage } from "../../../web/organiser/codes-page.tsx";
import { ConsoleHomePage } from "../../../web/organiser/console-home-page.tsx";
import { RemovePasskeyPage } from "../../../web/organiser/removal-page.tsx";
import { jsonAnswer, pageAnswer } from "../../http/answers.tsx";
import { doneAt } from "../../organiser/done.ts";
import { frontPage } from "../../organiser/front-page.ts";
import { type Actor, goTo, guarded } from "../../organiser/guard.tsx";
import { newPasskey, registrationOptions } from "../../organiser/passkeys.ts";
import { drawRecoveryCodes } from "../../organiser/recovery-codes.ts";
import { keepSession } from "../../organiser/session.ts";
import {
  binnedDrafts,
  consoleView,
  localhostOf,
  ownTeams,
  signedInView,
} from "../../organiser/view.ts";
import { languageOf } from "../../http/request.ts";
import type { PublishedReleases } from "../../memory/releases.ts";
import { lastNotices } from "../../organiser/notices.ts";
import type { Services } from "../../services.ts";
import { INSTALLATION } from "../../store/noticed.ts";
import { addPasskey, codeWrites, removePasskey, renewalWrite } from "../../store/organisers.ts";
import { writeAll } from "../../store/write-all.ts";
import type { App } from "../../http/environment.ts";

/** An organiser's own pages: the list of consultations, and the ways to sign in. */
export function accountRoutes(app: App, services: Services, releases: PublishedReleases): void {
  const page = (request: Request, actor: Actor, problem?: ProblemCode) =>
    pageAnswer(
      <AccountPage
        {...consoleView(services, request)}
        {...signedInView(services, request, actor)}
        {...localhostOf(request)}
        passkeys={shownPasskeys(actor)}
        codesLeft={actor.organiser.codes.length}
        recovered={actor.session.by === "recovery-code"}
        problem={problem}
      />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
  const account = (request: Request) =>
    organisePath(ORGANISE.account, { lang: languageOf(request) });
  const toAccount = (request: Request) => goTo(account(request));
  const done = (request: Request, actor: Actor, code: DoneCode) =>
    doneAt(services, actor, account(request), code);
  /** A passkey answered for one organiser makes none for another. */
  const purposeOf = ({ organiser }: Actor) => `add ${organiser.id}`;

  guarded(app, services, ORGANISE.home, async (context, actor) => {
    const view = consoleView(services, context.req.raw);
    const teams = await ownTeams(services, actor);
    const [{ consultations, unreadable }, binned, notices] = await Promise.all([
      frontPage(services, releases, actor, teams, view),
      binnedDrafts(services, teams, view),
      lastNotices(services, INSTALLATION),
    ]);
    return pageAnswer(
      <ConsoleHomePage
        {...view}
        {...signedInView(services, context.req.raw, actor)}
        {...{ consultations, unreadable, binned, notices }}
        troubles={services.troubles?.() ?? []}
        readOnly={await context.get("readOnly")()}
      />,
    );
  });

  guarded(app, services, ORGANISE.account, (context, actor) => page(context.req.raw, actor));

  guarded(app, services, ORGANISE.addPasskeyOptions, async (context, actor) =>
    jsonAnswer(
      await registrationOptions(services, context.req.raw, purposeOf(actor), actor.organiser),
    ),
  );

  guarded(app, services, ORGANISE.addPasskey, async (context, actor, { fields }) => {
    const request = context.req.raw;
    const answer = fields.get("answer") ?? "";
    const made = await newPasskey(services, request, purposeOf(actor), answer);
    if ("problem" in made) return page(request, actor, made.problem);
    const added = await addPasskey(services.db, actor.organiser.id, made.passkey);
    return added === undefined
      ? page(request, actor, "passkeys-full")
      : done(request, actor, "passkey-added");
  });

  guarded(app, services, ORGANISE.removePasskeyPage, (context, actor) => {
    const request = context.req.raw;
    const id = context.req.query("passkey") ?? "";
    const passkeys = shownPasskeys(actor);
    const index = passkeys.findIndex((passkey) => passkey.id === id);
    if (index < 0) return toAccount(request);
    if (passkeys.length === 1) return page(request, actor, "last-passkey");
    return pageAnswer(
      <RemovePasskeyPage
        {...consoleView(services, request)}
        {...signedInView(services, request, actor)}
        passkey={passkeys[index]!}
        number={index + 1}
      />,
    );
  });

  guarded(app, services, ORGANISE.removePasskey, async (context, actor, { fields }) => {
    const request = context.req.raw;
    const id = fields.get("passkey") ?? "";
    const isThere = actor.organiser.passkeys.some((passkey) => passkey.id === id);
    if (!isThere) return toAccount(request);
    const left = await removePasskey(services.db, actor.organiser.id, id);
    if (left === undefined) return page(request, actor, "last-passkey");
    // Whoever has the removed device is signed out with it; whoever removes it goes on.
    await keepSession(services, actor.session, left);
    return done(request, actor, "passkey-removed");
  });

  guarded(app, services, ORGANISE.renewCodes, async (context, actor) => {
    const { db } = services;
    const { id } = actor.organiser;
    const { codes, hashes } = drawRecoveryCodes(services);
    const stored = await writeAll(db, [
      renewalWrite(db, id, hashes),
      ...codeWrites(db, id, hashes),
    ]);
    if (!stored) throw new Error("the organiser is gone, or the random source repeats itself");
    return pageAnswer(
      <CodesPage
        {...consoleView(services, context.req.raw)}
        {...signedInView(services, context.req.raw, actor)}
        codes={codes}
      />,
    );
  });
}

const shownPasskeys = ({ organiser }: Actor) =>
  organiser.passkeys.map(({ id, addedOn, usedOn }) => ({ id, addedOn, usedOn }));
