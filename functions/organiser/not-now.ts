import type { Context } from "hono";
import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { type Problem, PROBLEMS } from "../../domain/problem.ts";
import { READ_ONLY } from "../../domain/read-only.ts";
import { waiting } from "../http/answers.tsx";
import type { Environment } from "../http/environment.ts";
import { isScript } from "../http/request.ts";
import type { Services } from "../services.ts";
import type { Organiser } from "../store/organisers.ts";
import { carriedBy, sendOnPage } from "./carrying.tsx";
import type { Session } from "./session.ts";

interface Asked {
  endpoint: OrganiserEndpoint;
  sent: { fields: URLSearchParams; json: unknown };
  /** The installation takes nothing, and this endpoint does not go on. */
  isRefused: boolean;
}

/**
 * The answer to a form that comes while nothing is taken, or too often: with everything that was entered, to be sent on
 * later. `undefined` where it is taken now, and was counted.
 */
export function notNow(
  context: Context<Environment>,
  services: Pick<Services, "assets">,
  actor: { organiser: Organiser; session: Session },
  consultation: string,
  { endpoint, sent, isRefused }: Asked,
): Response | Problem | undefined {
  const { bound } = endpoint;
  if (bound === undefined) return undefined;
  const refusal: Problem | undefined = isRefused
    ? READ_ONLY
    : context.get("bounds").count(bound, actor.organiser.id, consultation);
  const request = context.req.raw;
  if (refusal === undefined || isScript(request) || sent.json !== undefined) return refusal;
  const { problem } = refusal;
  const carried = carriedBy(request, sent.fields);
  return waiting(
    sendOnPage(services, request, actor, carried, PROBLEMS[problem], problem),
    refusal,
  );
}
