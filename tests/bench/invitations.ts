import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { servicesBeside } from "../support/beside.ts";
import { signedIn } from "../support/signed-in.ts";
import type { RunningServer } from "../support/server.ts";

const COUNT = 10_000;

/** How long it takes to make invitations on the console's page and to download them all. */
export async function inviting(
  server: RunningServer,
  consultation: string,
  name = "Aigerim",
): Promise<{ ms: number; codes: number; pieces: number }> {
  const services = await servicesBeside(server);
  const { cookie, token: csrf } = await signedIn(services, name, { [consultation]: "owner" });
  const begun = performance.now();
  const answer = await fetch(
    server.url + organisePath(ORGANISE.makeInvitations, { id: consultation, lang: "en" }),
    {
      method: "POST",
      headers: {
        Cookie: cookie,
        Origin: server.url,
        "Content-Type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({
        csrf,
        group: Buffer.from(services.random(8)).toString("hex"),
        label: "Bench",
        count: String(COUNT),
        form: "csv",
      }),
    },
  );
  let pieces = 0;
  let text = "";
  const decoder = new TextDecoder();
  for await (const piece of answer.body!) {
    pieces += 1;
    text += decoder.decode(piece, { stream: true });
  }
  const ms = performance.now() - begun;
  services.db.client.destroy();
  return { ms, codes: text.match(/#invitation=/g)?.length ?? 0, pieces };
}
