import { type beforeAll, beforeEach } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { createApp } from "../../../functions/app.ts";
import { makeSetupLink } from "../../../functions/organiser/setup-link.ts";
import type { Services } from "../../../functions/services.ts";
import type { Authenticator, RequestOptions, Twist } from "../../support/authenticator.ts";
import { type OrganiserAtWork, ORIGIN, organisersOf, problemIn } from "../../support/organiser.ts";
import { freshWorld } from "../../support/world.ts";

export const MINUTE = 60_000;

/** The status of an answer and the refusal that it states. */
export const outcome = async (answer: Response) => [answer.status, problemIn(await answer.text())];
export const IN = [303, undefined];
export const REFUSED = [403, "passkey-refused"];

/** For each test, or once for all of them, a world with one organiser, Ann, who owns every consultation, and a clock to move. */
export function useAnn(before: typeof beforeAll | typeof beforeEach = beforeEach) {
  const world = {
    services: {} as Services,
    organisers: {} as ReturnType<typeof organisersOf>,
    ann: {} as OrganiserAtWork,
    at: 0,
    signInOptions: async (): Promise<RequestOptions> =>
      (await (await world.organisers.send(ORGANISE.signInOptions)).json()) as RequestOptions,
    sendAnswer: (answer: string): Promise<Response> =>
      world.organisers.send(ORGANISE.signIn, { fields: { answer } }),
    /** Signs in, or tries to, with an answer that differs from an honest one as told. */
    signInWith: async (twist: Twist = {}, device?: Authenticator): Promise<Response> => {
      const answering = device ?? world.ann.device;
      return world.sendAnswer(answering.get(await world.signInOptions(), ORIGIN, twist));
    },
    setupCode: async (): Promise<string> =>
      (await makeSetupLink(world.services, ORIGIN)).split("#")[1]!,
    /** Tries to become an organiser by a link: "in", or how it was refused. */
    register: (by: "setup" | "join", code: string, name = "Eve"): Promise<string> =>
      world.organisers.register(by, code, name).then(
        () => "in",
        (failure: Error) => failure.message,
      ),
  };
  before(async () => {
    // Never in the past: the table forgets what has expired by its own clock.
    world.at = Date.now();
    world.services = { ...(await freshWorld()), now: () => new Date(world.at) };
    world.organisers = organisersOf(createApp(world.services), world.services);
    world.ann = await world.organisers.setUp("Ann");
  });
  return world;
}
