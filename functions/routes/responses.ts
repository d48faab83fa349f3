import { API, type ResponseList } from "../../domain/api.ts";
import type { ResponseEntry } from "../../domain/response/entry.ts";
import { type FatedAnswer, historyOf } from "../../domain/response/standing.ts";
import type { App } from "../http/environment.ts";
import { hasThis } from "../http/etag.ts";
import type { Responses } from "../memory/responses.ts";
import { sha256 } from "../secrets.ts";

/** Every official response of a consultation, each answer with what became of it. Open to everybody. */
export function responseApiRoutes(app: App, responses: Responses): void {
  app.get(API.responses.path, async (context) => {
    const { id } = context.get("known").definition;
    const body = JSON.stringify(responseList(id, await responses(id)));
    const tag = sha256(body);
    const headers = {
      ETag: `"${tag}"`,
      // May be kept, but is asked for again each time, which a 304 answers.
      "Cache-Control": "no-cache",
      Vary: "Accept-Encoding",
    };
    if (hasThis(context.req.raw, tag)) return new Response(null, { status: 304, headers });
    return new Response(body, { headers: { ...headers, "Content-Type": "application/json" } });
  });
}

function responseList(consultation: string, entries: readonly ResponseEntry[]): ResponseList {
  const codes = [...new Set(entries.map(({ recommendation }) => recommendation))];
  const fates = new Map(
    codes.flatMap((code) => historyOf(entries, code)).map((answer) => [answer.number, answer]),
  );
  return {
    consultation,
    responses: entries.map((entry) => ({
      ...entry,
      ...(entry.kind === "answer" && fateOf(fates.get(entry.number)!)),
    })) as ResponseList["responses"],
  };
}

/** What became of an answer, with the number of the entry by which. */
function fateOf(answer: FatedAnswer) {
  const { fate } = answer;
  if (fate === "corrected") return { fate, through: answer.correctedBy.number };
  if (fate === "withdrawn") return { fate, through: answer.withdrawnBy.number };
  return { fate };
}
