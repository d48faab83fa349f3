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
    ["no text", file(new Uint8Array([0x63, 0, 1, 2])), "neither a spreadsheet nor a text"],
    ["broken quotes", file('code,title\nA1,"x\nA2,y'), "quotation marks"],
    ["a bad code", file("code,title\nК 1,x"), "“К 1” cannot be a code. Write K1"],
    ["more than 1 MB", file("x".repeat(1_000_001)), "is larger than 1 MB"],
    ["nothing in it", file(" "), "is empty"],
    ["half of JSON", file('{"id": 1'), "is not valid JSON"],
    ["a code twice", file("code,title\nA1,x\n\na1,y"), "Cell A4, column “code”"],
  ])("with %s is refused with its place, and nothing is stored", async (_, bytes, said) => {
    const { status, html, kept } = await send({ way: "file", file: bytes });
    expect([status, kept]).toEqual([422, undefined]);
    expect(html).toContain(said);
  });

  test("that is far too large is not even read", async () => {
    const { status, kept } = await send({ way: "file", file: file("x".repeat(4_100_000)) });
    expect([status, kept]).toEqual([413, undefined]);
  });

  test("keys and texts of a hostile file are shown as text", async () => {
    const hostile = `{"languages":["en"],"<img src=x onerror=alert(1)>":1,"__proto__":2,"title":{"en":"</script>"}}`;
    const { status, html } = await send({ way: "file", file: file(hostile) });
    expect(status).toBe(422);
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x");
  });
});

describe("a pasted text", () => {
  test("is shown divided before a draft is made of it, with what stands in it as text", async () => {
    const text = "1. Первая. Подробно.\r\n- раз\r\n2. <script>alert(1)</script>";
    const shown = await send({ way: "paste", text });
    expect([shown.status, shown.kept]).toEqual([200, undefined]);
    expect(shown.html).toContain("1. Первая. Подробно.");
    expect(shown.html).not.toContain("<script>alert");
    const { status, kept } = await send({ way: "paste", text, do: "make" });
    expect(status).toBe(303);
    expect(valueOf(kept!.draft, "recommendations.1.title.ru")).toBe("Первая");
    expect(valueOf(kept!.draft, "recommendations.1.statement.ru")).toBe("Первая. Подробно.");
    expect(valueOf(kept!.draft, "recommendations.1.measures.ru")).toBe("раз");
    expect(valueOf(kept!.draft, "recommendations.2.title.ru")).toBe("<script>alert(1)</script>");
  });

  test("is still there after a refusal", async () => {
    const bad = await send({ way: "paste", text: `1. <b>${"x".repeat(900)}`, do: "make" });
    expect([bad.status, bad.kept]).toEqual([422, undefined]);
    expect(bad.html).toContain("1. &lt;b>xxx");
    expect(bad.html).toContain("Line 1:");
  });
});

describe("a table with headings of one's own", () => {
  const rows = Array.from({ length: 24 }, (_, at) => `${at + 1}. Воздух;Министерство ${at % 2}`);
  const own = ["Предложение собрания;Кому", ...rows].join("\n");

  test("is looked at, column by column, and made without the file being chosen again", async () => {
    const fields = { id: "", title: "Чистый воздух", way: "file" };
    const shown = await send({ ...fields, file: file(own) });
    expect([shown.status, shown.kept]).toEqual([200, undefined]);
    const form = fieldsOf(shown.html);
    expect(form).toMatchObject({ "column.0": "whole.ru", "column.1": "addressee.ru", head: "1" });
    expect(shown.html).toContain("Addressees got codes: Министерство 0 – M");
    // Choosing something else shows what becomes of that.
    const looked = await send({ ...form, "column.1": "", do: "look" });
    expect(looked.html).toContain("Columns that are left out: B Кому");
    const wrong = await send({ ...form, "column.0": "", do: "make" });
    expect([wrong.status, wrong.kept]).toEqual([422, undefined]);
    const made = await world.create(anna, { ...form, do: "make" });
    expect(made.headers.get("Location")).toContain("/organise/c/chistyi-vozdukh/edit");
    const { draft } = (await getDraft(world.services.db, "chistyi-vozdukh"))!;
    expect(keysOf(draft, "recommendations")).toHaveLength(24);
    expect(valueOf(draft, "title.ru")).toBe("Чистый воздух");
    expect(valueOf(draft, "addressees.2.name.ru")).toBe("Министерство 1");
  });

  test("is judged again when what the form carried was changed on the way", async () => {
    const sheet = { name: "", rows: [{ line: 1, cells: ["a"] }], count: 1, unread: [], notes: [] };
    for (const table of [
      "{",
      "[]",
      JSON.stringify({ sheets: [], notes: [] }),
      JSON.stringify({ sheets: [{ ...sheet, rows: [{ line: -1, cells: ["a"] }] }], notes: [] }),
      JSON.stringify({ sheets: [{ ...sheet, notes: [{ kind: "x", values: [] }] }], notes: [] }),
    ]) {
      const { status, kept } = await send({ way: "file", table, do: "make" });
      expect([status, kept]).toEqual([422, undefined]);
    }
  });
});

/** What a page's form would send as it stands. */
function fieldsOf(html: string): Record<string, string> {
  const plain = (text: string) =>
    text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  const form = html.slice(html.indexOf('id="arrange"'));
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const chosen = [...form.matchAll(/<select id="[^"]+" name="([^"]+)".*?<\/select>/gs)].map(
    ([whole, name = ""]) =>
      [name, /<option value="([^"]*)" selected/.exec(whole)?.[1] ?? ""] as const,
  );
  const all = [...hidden.map(([, name = "", value = ""]) => [name, plain(value)]), ...chosen];
  return Object.fromEntries(all) as Record<string, string>;
}
