import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { responseListOf } from "../../../domain/response/response-list.ts";
import type { App } from "../../http/environment.ts";
import type { Acting } from "../../organiser/acting.ts";
import { answered } from "../../program/answered.ts";
import { keyed } from "../../program/keyed.ts";
import { recordAnswer, withdrawAnswer } from "../../response/record-response.ts";
import type { Services } from "../../services.ts";
import { listResponses } from "../../store/responses.ts";
import { onPublished } from "./published.ts";

/** Official responses as organisers record, correct and withdraw them. */
export function responseProgramRoutes(app: App, services: Services): void {
  const handOf = ({ organiser }: Acting) => ({ by: "organiser", name: organiser.name }) as const;

  keyed(app, services, PROGRAM_API.responses, (actor) =>
    onPublished(actor, async ({ definition: { id } }) =>
      answered(200, responseListOf(id, await listResponses(services.db, id))),
    ),
  );

  keyed(app, services, PROGRAM_API.recordResponse, (actor, { body }) =>
    onPublished(actor, async (published) => {
      const number = (value: number | undefined) => (value === undefined ? "" : String(value));
      // Read as the form's fields are, so that the same is forgiven and the same refused.
      const recorded = await recordAnswer(services, published, handOf(actor), {
        recommendation: body.recommendation,
        corrects: number(body.corrects),
        seen: number(body.seen),
        typed: {
          measure: number(body.measure),
          status: body.status,
          day: body.day,
          statement: body.statement,
          original: body.original,
          evidence: (body.evidence ?? []).join("\n"),
          sourceTitle: body.source.title,
          sourceAddress: body.source.address ?? "",
          promised: body.promised ?? "",
        },
      });
      return "problem" in recorded ? recorded : answered(201, recorded);
    }),
  );

  keyed(app, services, PROGRAM_API.withdrawResponse, (actor, { body, part }) =>
    onPublished(actor, async (published) => {
      const sent = { number: part("number"), reason: body.reason };
      const done = await withdrawAnswer(services, published, handOf(actor), sent);
      return "problem" in done ? done : answered(201, done);
    }),
  );
}
