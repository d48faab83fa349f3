import { randomBytes } from "node:crypto";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { DESK } from "../../domain/paths.ts";
import type { KeyWanted } from "../../domain/program/key.ts";
import { DESK_COOKIE } from "../../functions/desk/session.ts";
import { drawToken } from "../../functions/http/session-life.ts";
import type { LogLine, Services } from "../../functions/services.ts";
import { deskSessionPut } from "../../functions/store/desk-sessions.ts";
import { savePass } from "../../functions/store/counting.ts";
import { writeAll } from "../../functions/store/write-all.ts";
import { releasedWorld } from "../functions/routes/released-world.ts";
import { BALLOT_PATH, goodBallot, newReceipt } from "../support/client.ts";
import { keyOf } from "../support/program.ts";
import { newSignIn, signedIn } from "../support/signed-in.ts";
import { KAZAKHSTAN } from "../support/world.ts";
import type { Place, Right } from "./good.ts";
import { type HostingUnderTest, hostingsOf } from "./hostings.ts";
import type { Way } from "./ways.ts";

const HERE = KAZAKHSTAN.id;
const WRITING = /^(?:Put|Update|Delete|TransactWrite)/;

/** What says, among what is written, that a key or a session was used, and at which times attempts were made. */
const IS_OF_USE = /usedOn/;

/**
 * Two consultations with a release each, an owner of the first, a program's keys, an addressee's desk and a ballot;
 * on both hostings. What is written to the tables that last is counted while it is.
 */
export async function openStage() {
  const world = await releasedWorld([{ ...KAZAKHSTAN, id: "elsewhere" }]);
  const clock = { now: Date.now() };
  const logged: LogLine[] = [];
  const services: Services = {
    ...world,
    now: () => new Date(clock.now),
    log: (line) => logged.push(line),
  };
  const { db } = services;
  // Nothing counts here, and all the same it is well for as long as it takes.
  await savePass(db, new Date(clock.now + 24 * 60 * 60_000));
  let written = 0;
  db.client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      const text = JSON.stringify(args.input);
      const lasts = text.includes(`"${db.tables.main}"`) || text.includes(`"${db.tables.ballots}"`);
      if (WRITING.test(context.commandName ?? "") && lasts && !IS_OF_USE.test(text)) written += 1;
      return answer;
    },
    { step: "initialize" },
  );
  const { app, hostings, end } = await hostingsOf(services);
  const owner = await signedIn(services, "Anna", { [HERE]: "owner" });
  const receipt = newReceipt();
  await app.request(BALLOT_PATH, {
    method: "PUT",
    headers: { Authorization: `Bearer ${receipt}`, "Content-Type": "application/json" },
    body: JSON.stringify(goodBallot()),
  });
  const keys = new Map<string, string>();
  for (const role of ["editor", "moderator", "analyst"] as const) {
    keys.set(role, await keyOf(services, HERE, owner, { role, steps: true }));
  }

  /** At a desk of the government of Kazakhstan, as whoever has used a link. */
  async function sit(origin: string): Promise<Right> {
    const { token, hash } = drawToken(services);
    const at = clock.now;
    const desk = { consultation: HERE, addressee: "K", desk: randomBytes(32).toString("hex") };
    await writeAll(db, [
      deskSessionPut(db, hash, { ...desk, startedAt: at, seenAt: at }, at + 1e8),
    ]);
    const cookie = DESK_COOKIE.set(new Request(`${origin}${DESK}`), token).split(";")[0]!;
    const page = await app.request(`${origin}${DESK}`, { headers: { Cookie: cookie } });
    const form = /name="csrf" value="([\w-]+)"/.exec(await page.text())?.[1] ?? "";
    return { headers: { Cookie: cookie }, token: form };
  }

  return {
    services,
    clock,
    hostings,
    end,
    logged,
    /** How many writes to what lasts there were so far. */
    written: () => written,
    /** How many items stand in the tables that last. */
    async items(): Promise<number> {
      let count = 0;
      for (const TableName of [db.tables.main, db.tables.ballots]) {
        count += (await db.client.send(new ScanCommand({ TableName, Select: "COUNT" }))).Count!;
      }
      return count;
    },
    /** The right that a way asks for, as it is brought to a hosting. A ballot is sent under a receipt of its own. */
    async place(way: Way, { origin }: HostingUnderTest): Promise<Place> {
      const bearer = (text: string): Place => ({
        origin,
        right: { headers: { Authorization: `Bearer ${text}` } },
      });
      switch (way.right) {
        case "receipt":
          return bearer(way.method === "GET" ? receipt : newReceipt());
        case "key":
          return bearer(keys.get(way.role ?? ("editor" satisfies KeyWanted["role"]))!);
        case "desk":
          return { origin, right: await sit(origin) };
        case "session": {
          const { cookie, token } = await newSignIn(services, owner.id, origin);
          return { origin, right: { headers: { Cookie: cookie }, token } };
        }
        default:
          return { origin, right: { headers: {} } };
      }
    },
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
