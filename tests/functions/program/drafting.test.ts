import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { goodBallot, newReceipt } from "../../support/client.ts";
import { drafted, last, posted, put, world } from "./programs.ts";

/* What programs do with a draft, through the same functions as the console's forms. */

describe("a draft", () => {
  test("goes out and in again as it was, and is replaced as one change", async () => {
    const { id, ask } = await drafted();
    const out = await ask("/draft");
    const { definition, revision } = out.body as { definition: Consultation; revision: number };
    expect([out.status, definition.id]).toEqual([200, id]);
    const same = await ask("/draft", put({ revision, definition }));
    expect(same).toEqual({ status: 200, body: { revision } });

    const shorter = {
      ...definition,
      id: "elsewhere",
      title: { ...definition.title, en: "Two of them" },
      recommendations: definition.recommendations.slice(0, 2),
    };
    const replaced = await ask("/draft", put({ revision, definition: shorter }));
    expect(replaced).toEqual({ status: 200, body: { revision: revision + 1 } });
    const now = (await ask("/draft")).body["definition"] as Consultation;
    expect([now.id, now.title["en"], now.recommendations.length]).toEqual([id, "Two of them", 2]);
    expect(now.recommendations).toEqual(definition.recommendations.slice(0, 2));
    expect(await last(id)).toMatchObject({ action: "draft-changed", who: "Website <Anna>" });
  });

  test("is replaced over the version that was read alone, and not by what is wrong", async () => {
    const { ask } = await drafted();
    const { definition, revision } = (await ask("/draft")).body;
    const old = await ask("/draft", put({ revision: 99, definition }));
    expect([old.status, old.body["title"]]).toEqual([409, "draft-conflict"]);
    const wrong = { ...(definition as object), disclosure: "none", more: 1 };
    const refused = await ask("/draft", put({ revision, definition: wrong }));
    expect([refused.status, refused.body["title"]]).toEqual([422, "import-invalid"]);
    const faults = refused.body["faults"] as { pointer: string }[];
    expect(faults.map(({ pointer }) => pointer).toSorted()).toEqual([
      "/definition/disclosure",
      "/definition/more",
    ]);
    expect((await ask("/draft")).body).toEqual({ revision, definition });
  });

  test("is opened with the number of texts that lack a translation, and as it was seen", async () => {
    const { id, ask } = await drafted({ steps: true });
    const { definition, revision } = (await ask("/draft")).body as {
      definition: Consultation;
      revision: number;
    };
    const { kk: _, ...title } = definition.title;
    await ask("/draft", put({ revision, definition: { ...definition, title } }));
    const state = (await ask("")).body;
    expect(state).toMatchObject({
      stage: "draft",
      untranslated: 1,
      maySteps: true,
      role: "editor",
    });
    const step = { step: "open", stage: "draft", confirmed: true };
    const told = async (more: object) =>
      (await ask("/steps", posted({ ...step, ...more }))).body["title"];
    expect(await told({ confirmed: false })).toBe("step-unconfirmed");
    expect(await told({ stage: "scheduled" })).toBe("step-refused");
    expect(await told({})).toBe("translations-missing");
    expect(await told({ untranslated: 2 })).toBe("translations-missing");
    const done = await ask("/steps", posted({ ...step, untranslated: 1 }));
    expect(done).toEqual({ status: 200, body: { stage: "open", proposed: false } });
    expect(await last(id)).toMatchObject({ action: "life-open", who: "Website <Anna>" });
    await world.pass(0.01);
    expect((await world.ballot(id, "PUT", newReceipt(), goodBallot())).status).toBe(201);
  });
});
