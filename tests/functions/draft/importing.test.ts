import { beforeAll, describe, expect, test } from "vitest";
import { keysOf, valueOf } from "../../../domain/draft/draft.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { getDraft } from "../../../functions/store/drafts.ts";
import type { SignedInOrganiser } from "../../support/signed-in.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { file, freshConsole } from "./console.ts";

let world: Awaited<ReturnType<typeof freshConsole>>;
let anna: SignedInOrganiser;

beforeAll(async () => {
  world = await freshConsole();
  anna = await world.organiser("Anna");
});

let number = 0;
const send = async (fields: Record<string, string | Blob>) => {
  const id = `import-${++number}`;
  const answer = await world.create(anna, { id, original: "ru", ...fields });
  return {
    id,
    status: answer.status,
    html: await answer.text(),
    kept: await getDraft(world.services.db, id),
  };
};
const utf16 = Buffer.from("\uFEFFcode,title\nA1,x\n", "utf16le");

describe("a file", () => {
  test("of ours becomes a draft that lacks nothing", async () => {
    const { status, kept } = await send({ way: "file", file: file(JSON.stringify(KAZAKHSTAN)) });
    expect(status).toBe(303);
    expect(keysOf(kept!.draft, "recommendations")).toHaveLength(18);
  });

  test.each([
    [
      "commas and a byte order mark",
      '\uFEFFcode,title.ru,measures.ru\r\nA1,"Первая, «и»","м|н"\r\n',
    ],
    ["semicolons", 'code;title.ru;measures.ru\nA1;"Первая, «и»";"м\nн"\n'],
    ["tabs", "code\ttitle.ru\tmeasures.ru\n\nA1\tПервая, «и»\tм|н"],
  ])("with %s is a table", async (_, text) => {
    const { status, kept } = await send({ way: "file", file: file(text) });
    expect(status).toBe(303);
    const { draft } = kept!;
    expect(valueOf(draft, "recommendations.1.title.ru")).toBe("Первая, «и»");
    expect(valueOf(draft, "recommendations.1.measures.ru")).toBe("м\nн");
  });

  test("the template that can be downloaded is accepted in every language", async () => {
    for (const lang of ["en", "ru", "kk"]) {
      const answer = await world.get(anna, ORGANISE.template, undefined, lang);
      expect(answer.headers.get("Content-Disposition")).toContain("attachment");
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(Buffer.from(bytes).subarray(0, 3).toString("hex")).toBe("efbbbf");
      expect((await send({ way: "file", file: file(bytes) })).status).toBe(303);
    }
  });

  test.each([
    ["another encoding", file(new Uint8Array([0x63, 0xff, 0xfe])), "is not text in UTF-8"],
    ["UTF-16", file(new Uint8Array(utf16)), "is not text in UTF-8"],
    ["broken quotes", file('code,title\nA1,"x\nA2,y'), "quotation marks"],
    ["stray quotes", file('code,title\nA1,a"b"c,"\n'), "quotation marks"],
    ["more than 1 MB", file("x".repeat(1_000_001)), "is larger than 1 MB"],
    ["nothing in it", file(" "), "is empty"],
    ["half of JSON", file('{"id": 1'), "is not valid JSON"],
    ["a formula", file("code,title\nA1,=cmd|' /C calc'!A0"), "Row 2, column title"],
  ])("with %s is refused with its place, and nothing is stored", async (_, bytes, said) => {
    const { status, html, kept } = await send({ way: "file", file: bytes });
    expect([status, kept]).toEqual([422, undefined]);
    expect(html).toContain(said);
  });

  test("that is far too large is not even read", async () => {
    const { status, kept } = await send({ way: "file", file: file("x".repeat(1_300_000)) });
    expect([status, kept]).toEqual([413, undefined]);
  });

  test("keys and texts of a hostile file are shown as text", async () => {
    const hostile = `{"<img src=x onerror=alert(1)>":1,"__proto__":2,"title":{"en":"</script>"}}`;
    const { status, html } = await send({ way: "file", file: file(hostile) });
    expect(status).toBe(422);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x");
  });
});

describe("a pasted text", () => {
  test("becomes a draft, and is still there after a refusal", async () => {
    const good = await send({ way: "paste", text: "1. Первая. Подробно.\r\n2. Вторая." });
    expect(good.status).toBe(303);
    expect(valueOf(good.kept!.draft, "recommendations.1.title.ru")).toBe("Первая");
    const bad = await send({ way: "paste", text: "1. <script>alert(1)</script>" });
    expect([bad.status, bad.kept]).toEqual([422, undefined]);
    expect(bad.html).toContain("1. &lt;script>alert(1)&lt;/script>");
  });
});

describe("an address", () => {
  test.each(["", "Ä", "a b", "constructor", "__proto__", "x".repeat(41)])(
    "%j is refused",
    async (id) => {
      expect((await world.create(anna, { id, way: "empty" })).status).toBe(422);
    },
  );

  test("that is taken, by a draft or by a consultation, is refused", async () => {
    expect((await world.create(anna, { id: "taken", way: "empty" })).status).toBe(303);
    const bolat = await world.organiser("Bolat");
    expect((await world.create(bolat, { id: "taken", way: "empty" })).status).toBe(409);
    expect((await world.create(bolat, { id: KAZAKHSTAN.id, way: "empty" })).status).toBe(409);
  });
});
