import { beforeAll, describe, expect, test } from "vitest";
import { valueOf } from "../../../domain/draft/draft.ts";
import { getDraft } from "../../../functions/store/drafts.ts";
import type { SignedInOrganiser } from "../../support/signed-in.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole } from "./console.ts";

let world: Awaited<ReturnType<typeof freshConsole>>;
let anna: SignedInOrganiser;

beforeAll(async () => {
  world = await freshConsole();
  anna = await world.organiser("Anna");
});

describe("an address", () => {
  test.each(["", "Ä", "a b", "constructor", "__proto__", "x".repeat(41)])(
    "%j is refused",
    async (id) => {
      expect((await world.create(anna, { id, way: "empty" })).status).toBe(422);
    },
  );

  test("is made of the title where none is entered, and the next one where that is taken", async () => {
    const make = async (fields: Record<string, string>) =>
      (await world.create(anna, { id: "", way: "empty", original: "en", ...fields })).headers
        .get("Location")
        ?.split("/")[3];
    expect(await make({ title: "Clean air!" })).toBe("clean-air");
    expect(await make({ title: "Clean air?" })).toBe("clean-air-2");
    expect(await make({ title: "هواء", original: "ar" })).toBe("consultation");
    expect(await make({ title: "Copy", way: "duplicate", from: "clean-air" })).toBe("copy");
    expect(await world.draft("copy")).toMatchObject({ fields: { "title.en": "Copy", id: "copy" } });
  });

  test("and its languages may be any, and no others", async () => {
    const languages = { title: "Любой", original: "en", otherOriginal: "uz-cyrl" };
    const more = { ...languages, way: "empty", language: "ka", moreLanguages: "KK, pt-br" };
    expect((await world.create(anna, more)).status).toBe(303);
    const { draft } = (await getDraft(world.services.db, "lyuboi"))!;
    expect(valueOf(draft, "languages")).toBe("uz-Cyrl ka kk pt-BR");
    const bad = await world.create(anna, { ...more, moreLanguages: "German" });
    expect([bad.status, await bad.text()]).toEqual([
      422,
      expect.stringContaining("Write tags such as"),
    ]);
  });

  test("that is taken, by a draft or by a consultation, is refused", async () => {
    expect((await world.create(anna, { id: "taken", way: "empty" })).status).toBe(303);
    const bolat = await world.organiser("Bolat");
    expect((await world.create(bolat, { id: "taken", way: "empty" })).status).toBe(409);
    expect((await world.create(bolat, { id: KAZAKHSTAN.id, way: "empty" })).status).toBe(409);
  });
});
