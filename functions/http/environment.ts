import type { Context, Hono, MiddlewareHandler } from "hono";
import { problemAnswer } from "./answers.tsx";
import type { Consultations, Known } from "../memory/consultations.ts";
import type { Services } from "../services.ts";
import type { Bounds } from "./bounds.ts";
import type { ReadOnlySwitch } from "../memory/read-only.ts";

/** What a hosting knows of a request beside the request. */
export interface Hosting {
  /**
   * Tells those who ask apart, as far as a limit needs it: a keyed hash that means nothing to anybody, and is
   * worked out only if it is asked for. `undefined` where it cannot, or need not, be told.
   */
  asker?: () => string | undefined;
  /** Whether an answer is passed on piece by piece while it is made. */
  streams?: boolean;
  /** Where whatever takes long waits for its turn; without it nothing waits. */
  turns?: Turns;
}

/** What a page that is kept in memory has to do with the order of requests. */
interface Turns {
  /** Says that at this address stands what is kept: from now on it need not wait to be looked up. */
  isKept(): void;
  /** Makes something, when it is its turn; throws `NoTurn`. */
  make<Made>(make: () => Made): Promise<Made>;
}

/** Something was not made: too much waits before it, or nobody is there any more. The hosting answers instead. */
export class NoTurn extends Error {}

/** The asker of whoever is not told apart: this machine itself, and what a proxy or an onion service on it hides. */
const THIS_MACHINE = "this-machine";

/** Who asks, for a limit that holds for everybody. */
export const askerOf = (context: Context<Environment>): string =>
  context.env?.asker?.() ?? THIS_MACHINE;

/** What routes find in their context; those below a consultation that, too. */
export interface Environment {
  Variables: { known: Known; bounds: Bounds; readOnly: ReadOnlySwitch };
  Bindings: Hosting | undefined;
}

export type App = Hono<Environment>;

/** Finds the consultation that `:id` names, once for every route below it, or refuses. */
export const knownConsultation =
  (services: Services, consultations: Consultations): MiddlewareHandler<Environment> =>
  async (context, next) => {
    const known = await consultations.find(context.req.param("id") ?? "");
    if (known === undefined) {
      return problemAnswer(context, services, { problem: "consultation-unknown" });
    }
    context.set("known", known);
    return next();
  };
