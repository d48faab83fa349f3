import { API } from "../../domain/api.ts";
import { isNumbered, partOf, readPart } from "../../domain/contract/part.ts";
import { responseListOf } from "../../domain/response/response-list.ts";
import { problemAnswer } from "../http/answers.tsx";
import type { App } from "../http/environment.ts";
import { nextPart } from "../http/parts-of-lists.ts";
import { taggedJson } from "../http/tagged.ts";
import type { Responses } from "../memory/responses.ts";
import type { Services } from "../services.ts";

/** Every official response of a consultation, each answer with what became of it. Open to everybody. */
export function responseApiRoutes(app: App, services: Services, responses: Responses): void {
  app.get(API.responses.path, async (context) => {
    const { id } = context.get("known").definition;
    const list = responseListOf(id, await responses(id));
    const asked = readPart(context.req.query(), isNumbered);
    if (asked === undefined) return taggedJson(context, list);
    if ("faults" in asked) {
      return problemAnswer(context, services, { problem: "parameter-invalid", ...asked });
    }
    // Cut only now: what became of an answer stands in later ones.
    const left = list.responses.filter(({ number }) => number > Number(asked.after ?? 0));
    const { part, last } = partOf(left, asked);
    return taggedJson(
      context,
      { ...list, responses: part },
      nextPart(context, asked, last?.number),
    );
  });
}
