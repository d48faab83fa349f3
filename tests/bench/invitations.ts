import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { servicesBeside } from "../support/beside.ts";
import { signedIn } from "../support/signed-in.ts";
import type { RunningServer } from "../support/server.ts";

const COUNT = 10_000;

/** How long it takes to make invitations on the console's page and to download them all, answer by answer. */
export async function inviting(
  server: RunningServer,
  consultation: string,
  name = "Aigerim",
): Promise<{ ms: number; codes: number; pieces: number }> {
  const services = await servicesBeside(server);
  const { cookie, token: csrf } = await signedIn(services, name, { [consultation]: "owner" });
  const group = Buffer.from(services.random(8)).toString("hex");
  const post = async (endpoint: OrganiserEndpoint, fields: Record<string, string>) => {
    const answer = await fetch(
      server.url + organisePath(endpoint, { id: consultation, lang: "en" }),
      {
        method: "POST",
        headers: {
          Cookie: cookie,
          Origin: server.url,
          "Content-Type": "application/x-www-form-urlencoded",
        },
        body: new URLSearchParams({ csrf, group, ...fields }),
      },
    );
    return (await answer.text()).match(/#invitation=/g)?.length ?? 0;
  };
  const begun = performance.now();
  const asked = { label: "Bench", count: String(COUNT), form: "csv" };
  let codes = await post(ORGANISE.makeInvitations, asked);
  let pieces = 1;
  for (let made = codes; made > 0 && codes < COUNT; codes += made) {
    // What was received is said, and the next piece asked for.
    await post(ORGANISE.invitationPiece, { do: "seen", turn: String(pieces) });
    made = await post(ORGANISE.invitationPiece, { do: "next", turn: String(pieces) });
    pieces += 1;
  }
  const ms = performance.now() - begun;
  services.db.client.destroy();
  return { ms, codes, pieces };
}
