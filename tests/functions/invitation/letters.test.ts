import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { freshWorld } from "../../support/world.ts";
import { ID } from "./codes.ts";
import { signedIn } from "./console.ts";

let organiser: Awaited<ReturnType<typeof signedIn>>;

beforeAll(async () => {
  organiser = await signedIn(await freshWorld(), "moderator");
});

let drawn = 0;
const make = (more: Record<string, string>) =>
  organiser.post(ORGANISE.makeInvitations, {
    group: (drawn += 1).toString(16).padStart(16, "0"),
    label: "Law faculty",
    count: "",
    expires: "",
    labels: "",
    ...more,
  });

describe("making invitations", () => {
  test("gives each code in a letter of its own, in the chosen language, as a file for mail merge", async () => {
    const labels = "Ерлан\n=HYPERLINK(1)";
    const answer = await make({ form: "letters", language: "ru", labels });
    expect(answer.headers.get("Content-Type")).toContain("text/csv");
    const rows = parse(await answer.text(), { bom: true }) as string[][];
    expect(rows[0]).toEqual(["Language", "Subject", "Text", "Address", "Code", "Label"]);
    expect(rows).toHaveLength(3);
    for (const [language, subject, body, address, code] of rows.slice(1)) {
      expect(language).toBe("ru");
      expect(subject).toMatch(/^Приглашение/);
      expect(address).toBe(`http://localhost/c/${ID}?lang=ru#invitation=${code}`);
      expect(body).toContain(`Ваш код: ${code}.`);
      expect(body).toContain(address);
    }
    // What a spreadsheet would take for a formula is a text.
    expect(rows.map((row) => row[5])).toEqual(["Label", "Ерлан", "'=HYPERLINK(1)"]);
    expect((await make({ form: "letters", language: "fr" })).status).toBe(422);
  });

  test("prints cards in the chosen language, with who invites", async () => {
    const html = await (await make({ form: "cards", language: "kk", count: "1" })).text();
    expect(html).toContain('<li class="invitation-card" lang="kk" dir="ltr">');
    expect(html).toContain("Сарапшыға шақыру");
    expect(html).toContain("Кімнен: ");
  });
});
