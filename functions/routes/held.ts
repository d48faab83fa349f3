import type { Context } from "hono";
import type { JSX } from "preact";
import { CUT } from "../../web/rate/waiting-page.tsx";
import { formatNumber } from "../../web/text.ts";
import type { Saved } from "../ballot/outcome.ts";
import { pageText } from "../http/answers.tsx";
import { askerOf, type Environment } from "../http/environment.ts";
import { heldAnswer } from "../http/held-answer.ts";
import { languageOf } from "../http/request.ts";
import type { World } from "../work/arrivals.ts";
import type { Refused } from "../work/take-ballot.ts";

interface Held {
  services: Pick<World, "arrivals">;
  context: Context<Environment>;
  /** Stores the ballot, or refuses it. */
  take: (sender: { asker: string; waited: boolean }) => Promise<Saved | Refused>;
  answerTo: (outcome: Saved | Refused) => Promise<Response>;
  waitingPage: () => JSX.Element;
  /** Says that nobody can wait just now. */
  isFull: () => Response;
}

/**
 * What comes of a ballot sent by a plain form, which cannot calculate: at once, or, where work is demanded, after the
 * answer was held back for as long. Nothing is stored before, and who leaves meanwhile has sent nothing.
 */
export async function takenOrHeld(held: Held): Promise<Response> {
  const { services, context, take, answerTo, waitingPage, isFull } = held;
  const asker = askerOf(context);
  const outcome = await take({ asker, waited: false });
  if (!("waitMs" in outcome) || outcome.waitMs === undefined) return answerTo(outcome);
  const leave = services.arrivals.waiting.enter(asker);
  if (leave === undefined) return isFull();
  const language = languageOf(context.req.raw, context.get("known").definition.languages);
  const [head = "", between = "", tail = ""] = pageText(waitingPage()).split(CUT);
  return heldAnswer({
    waitMs: outcome.waitMs,
    streams: context.env?.streams === true,
    pieces: [head, between, tail],
    count: (seconds) => formatNumber(language, seconds),
    outcome: async () => answerTo(await take({ asker, waited: true })),
    after: leave,
  });
}
