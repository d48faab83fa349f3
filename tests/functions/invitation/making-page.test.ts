import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import type { Services } from "../../../functions/services.ts";
import { getGroup, listGroups } from "../../../functions/store/invitation-groups.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { clientOf, goodBallot, newReceipt, times } from "../../support/client.ts";
import { freshWorld } from "../../support/world.ts";
import { ID, storedInvitations } from "./codes.ts";
import { signedIn } from "./console.ts";

let services: Services;
let organiser: Awaited<ReturnType<typeof signedIn>>;
let at: Date;

beforeEach(async () => {
  // Long to come: the database itself takes away sessions that have expired.
  at = new Date("2126-11-24T12:00:00Z");
  services = { ...(await freshWorld()), now: () => at };
  organiser = await signedIn(services, "moderator");
});

let drawn = 0;
const wanted = (more: Record<string, string> = {}) => ({
  group: (drawn += 1).toString(16).padStart(16, "0"),
  label: "Law faculty, first round",
  count: "20",
  expires: "",
  labels: "",
  form: "csv",
  ...more,
});
const make = (more: Record<string, string> = {}) =>
  organiser.post(ORGANISE.makeInvitations, wanted(more));
const rowsOf = async (answer: Response) =>
  parse(await answer.text(), { bom: true, from_line: 2, relax_column_count: true }) as [
    string,
    string,
    string,
  ][];
const use = (code: string) =>
  clientOf(organiser.app).put(newReceipt(), goodBallot({ invitation: code }));

/** Whether what is sent to the store are codes, and not an entry of the log. */
const isPart = (input: object) =>
  "TransactItems" in input && (input.TransactItems as object[]).length > 10;

describe("making invitations on the page", () => {
  test("gives each code with an address that fills it in, as a file", async () => {
    const answer = await make({ count: "3" });
    expect(answer.headers.get("Content-Type")).toContain("text/csv");
    expect(answer.headers.get("Cache-Control")).toContain("no-store");
    expect(answer.headers.get("Content-Disposition")).toMatch(
      /^attachment; filename="[\w.-]+\.csv"$/,
    );
    const rows = await rowsOf(answer);
    expect(rows.length).toBe(3);
    for (const [, code, address] of rows) {
      expect(address).toBe(`http://localhost/c/${ID}?lang=en#invitation=${code}`);
      expect((await use(code)).status).toBe(201);
    }
  });

  test("10,000 with labels come in pieces, each as a file that grows", async () => {
    const labels = times(10_000, (one) => `Сарапшы ${one}`).join("\n");
    const answer = await make({ labels });
    const reader = answer.body!.getReader();
    let pieces = 0;
    let text = "";
    const decoder = new TextDecoder();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      pieces += 1;
      text += decoder.decode(next.value, { stream: true });
    }
    expect(pieces).toBeGreaterThan(8);
    expect(text.split("\r\n").length).toBe(992);
  });

  test("a failure in the middle is said at the end, and what was made is shown", async () => {
    let parts = 0;
    services.db.client.middlewareStack.add(
      (next) => async (args) => {
        if (isPart(args.input) && (parts += 1) === 5) {
          throw Object.assign(new Error("gone"), { name: "InternalServerError" });
        }
        return next(args);
      },
      { step: "initialize" },
    );
    const sent = wanted({ count: "1000" });
    const file = await (await organiser.post(ORGANISE.makeInvitations, sent)).text();
    expect(file.trimEnd().split("\r\n").at(-1)).toContain("396 of 990");
    const shown = await (await organiser.get(ORGANISE.invitations)).text();
    expect(shown).toContain("396 more were made");
    expect(await getGroup(services.db, ID, sent.group)).toMatchObject({ made: 0, unseen: 396 });
  });

  test("a store out of reach at the very start is a refusal like any other", async () => {
    services.db.client.middlewareStack.add(
      (next) => (args) => {
        if (isPart(args.input)) {
          throw Object.assign(new Error("gone"), { name: "InternalServerError" });
        }
        return next(args);
      },
      { step: "initialize" },
    );
    expect((await make()).status).toBe(503);
  });

  test("hostile labels stay text: no markup on the page, no formula in the file", async () => {
    const labels = ['=HYPERLINK("http://x")', "+1", "@SUM(A1)", "<script>alert(1)</script>", '"q"'];
    const rows = await rowsOf(await make({ labels: labels.join("\n") }));
    expect(rows.map(([label]) => label)).toEqual([
      `'${labels[0]}`,
      "'+1",
      "'@SUM(A1)",
      labels[3],
      labels[4],
    ]);
    for (const form of ["cards", "page"]) {
      const label = `<img src=x onerror=alert(1)>\uE000codes\uE000 ${form}`;
      const page = await (await make({ label, labels: labels.join("\n"), form })).text();
      expect(page).not.toContain("<script>alert");
      expect(page).not.toContain("<img");
      expect(page).toContain("&lt;script>alert(1)&lt;/script>");
      expect(page.match(/<\/html>/g)?.length).toBe(1);
    }
    const list = await (await organiser.get(ORGANISE.invitations)).text();
    expect(list).not.toContain("<img");
  });

  test("names what is wrong, keeps what was entered, and makes nothing", async () => {
    for (const [field, value] of [
      ["label", ""],
      ["label", "x".repeat(121)],
      ["count", "0"],
      ["count", "10001"],
      ["count", "many"],
      ["labels", "A\nB\nA"],
      ["labels", "x".repeat(121)],
      ["expires", "2126-11-23"],
      ["expires", "soon"],
      ["form", "pdf"],
      ["group", "../x"],
    ] as const) {
      const answer = await make({ [field]: value });
      expect([field, value, answer.status]).toEqual([field, value, 422]);
      const page = await answer.text();
      if (field !== "group") expect(page).toContain(`href="#${field}"`);
    }
    expect((await make({ form: "cards", count: "801" })).status).toBe(422);
    expect(await listGroups(services.db, ID)).toEqual([]);
    expect(await storedInvitations(services)).toEqual([]);
  });

  test("the same form sent twice makes them once", async () => {
    const sent = wanted({ count: "2" });
    expect((await organiser.post(ORGANISE.makeInvitations, sent)).status).toBe(200);
    const again = await organiser.post(ORGANISE.makeInvitations, sent);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain(CATALOGUES.en.problems["invitations-made"]);
    expect((await listGroups(services.db, ID)).length).toBe(1);
  });

  test("is not for viewers and analysts, nor without the form's token", async () => {
    for (const role of ["viewer", "analyst"] as const) {
      const other = await signedIn(services, role, role);
      expect((await other.get(ORGANISE.invitations)).status).toBe(404);
      expect((await other.post(ORGANISE.makeInvitations, wanted())).status).toBe(404);
    }
    expect((await make({ csrf: "x" })).status).toBe(403);
    expect(await storedInvitations(services)).toEqual([]);
  });
});
