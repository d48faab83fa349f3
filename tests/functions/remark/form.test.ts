import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import { AT_RISK } from "../../support/at-risk.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { checked, field, postTo } from "../ballot/plain-form.ts";
import { ASKING, writingWorld } from "./writing.ts";

let at: Awaited<ReturnType<typeof writingWorld>>;
beforeAll(async () => {
  at = await writingWorld();
});

const PATH = "/c/asking/?lang=en";
const post = async (fields: Record<string, string>, path = PATH) => {
  const answer = await postTo(at.app)(path, fields);
  return { status: answer.status, html: await answer.text() };
};

/** What stands in the fields for texts of a page, by their names. */
const textsOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<textarea[^>]*name="(text\.[^"]*)"[^>]*>([^<]*)<\/textarea>/g)]
      .filter(([, , text]) => text !== "")
      .map(([, name, text]) => [name, text]),
  );

const answers = { revision: "1", "rating.W1": "5" };

describe("the page", () => {
  test("has one fold for each recommendation, closed, and asks for consent that nobody has given", async () => {
    const html = await (await at.app.request(PATH)).text();
    const folds = [...html.matchAll(/<details class="why"([^>]*)>/g)];
    expect(folds).toHaveLength(KAZAKHSTAN.recommendations.length);
    expect(folds.filter(([, open]) => open!.includes("open"))).toEqual([]);
    expect(html.match(/<textarea/g)).toHaveLength(KAZAKHSTAN.recommendations.length + 1);
    expect(checked(html)).toEqual([]);
    expect(html).toContain("Do not name yourself or other people.");
    expect(html).toContain("What is missing from this list?");
    expect(html).toContain("kept apart from your ratings");
  });

  test("asks nothing where the consultation does not", async () => {
    const silent = createApp((await writingWorld({ ...ASKING, reasons: undefined })).world);
    for (const path of ["", "/about", "/receipt"]) {
      const html = await (await silent.request(`/c/asking${path}?lang=en`)).text();
      expect(html).not.toMatch(/name="text\.|kept apart from your ratings|became of my reasons/);
    }
  });

  test("among people at risk says that nothing is published, and asks for no consent", async () => {
    const risky = createApp((await writingWorld({ ...AT_RISK, reasons: true })).world);
    const html = await (await risky.request("/c/at-risk?lang=en")).text();
    expect(html).not.toContain('name="publish.');
    expect(html).toContain("no text is ever published word for word");
    const about = await (await risky.request("/c/at-risk/about?lang=en")).text();
    expect(about).toContain("none is published word for word");
  });
});

describe("without JavaScript", () => {
  const written = { "text.K3": "Because <b>so</b>.", "publish.K3": "yes", "text.": "Schools" };

  test("texts are looked through, carried through languages, sent, and found again by the receipt", async () => {
    const review = await post({ ...answers, ...written, do: "review" });
    expect(review.html).toContain("Because &lt;b>so&lt;/b>.");
    expect(review.html).toContain("May be published");
    expect(review.html).not.toContain(">Send as it is<");
    const receipt = field(review.html, "receipt");
    const kk = await post({ ...answers, ...written, receipt, do: "redraw" }, "/c/asking/?lang=kk");
    expect(textsOf(kk.html)).toEqual({
      "text.K3": "Because &lt;b>so&lt;/b>.",
      "text.": "Schools",
    });
    expect(checked(kk.html)).toEqual(["rating.W1=5", "publish.K3=yes"]);
    expect(kk.html).toMatch(/<details class="why" open>/);
    const saved = await post({ ...answers, ...written, receipt, do: "send" });
    expect(saved.html).toContain("Your reasons are saved too");
    const opened = await post({ receipt, do: "open" }, "/c/asking/receipt?lang=ru");
    expect(textsOf(opened.html)).toEqual(textsOf(kk.html));
    expect(checked(opened.html)).toEqual(["rating.W1=5", "publish.K3=yes"]);
    expect(field(opened.html, "wrote")).toBe("yes");
    // What is left out of a later version is withdrawn.
    await post({ ...answers, revision: "2", receipt, wrote: "yes", "text.": "Schools" });
    expect(await (await at.get(receipt)).json()).toEqual({
      reasons: {},
      suggestion: { text: "Schools", publish: false, state: "waiting" },
    });
  });

  test.each([
    ["My name is nobody.", "may hold a name."],
    ["8 701 123 45 67", "a telephone number"],
    ["ЖСН 900101300123, a@b.kz", "an identification number (12 digits), an e-mail address"],
  ])("asks before %j is sent, and sends it", async (text, what) => {
    const review = await post({ ...answers, "text.K3": text, do: "review" });
    expect(review.html).toContain(what);
    expect(review.html).toContain(">Send as it is<");
    expect(review.html).toContain('aria-label="Change: Why: K3"');
    const receipt = field(review.html, "receipt");
    const saved = await post({ ...answers, receipt, "text.K3": text, do: "send" });
    expect(saved.html).toContain("Your reasons are saved too");
  });

  test("a seventh reason and one that is too long are refused in a sentence, and nothing is lost", async () => {
    const seven = Object.fromEntries(
      KAZAKHSTAN.recommendations.slice(0, 7).map(({ code }) => [`text.${code}`, `For ${code}.`]),
    );
    const refused = await post({ ...answers, ...seven, do: "review" });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain("Reasons can be given for six recommendations at most");
    expect(textsOf(refused.html)).toEqual(seven);
    const long = { "text.K3": "a".repeat(601), "text.": "b".repeat(601) };
    const tooLong = await post({ ...answers, ...long, do: "review" });
    expect(tooLong.html).toContain("K3: the reason is longer than 600 characters");
    expect(tooLong.html).toContain("The suggestion is longer than 600 characters");
    expect(textsOf(tooLong.html)).toEqual(long);
  });

  test("blank texts are none", async () => {
    const review = await post({ ...answers, "text.K3": " \n\u200B", do: "review" });
    expect(review.status).toBe(200);
    expect(review.html).not.toContain("Why: K3");
  });
});

describe("the receipt", () => {
  const receiptPost = (fields: Record<string, string>) => post(fields, "/c/asking/receipt?lang=en");

  test("shows what was written with what became of it, and withdraws each after asking", async () => {
    const receipt = await at.respondent();
    await at.put(receipt, {
      reasons: {
        K3: { text: "One\u0301 <i>", publish: true },
        K4: { text: "Two", publish: false },
      },
      suggestion: { text: "Three", publish: false },
    });
    const shown = await receiptPost({ receipt, do: "texts" });
    for (const part of ["Oné &lt;i>", "Two", "Three", "Waiting to be read by a moderator."]) {
      expect(shown.html).toContain(part);
    }
    const asked = await receiptPost({ receipt, do: "withdraw-text.K4" });
    expect(asked.html).toContain("Withdraw this text for good?");
    expect(asked.html).toContain('value="confirm-text.K4"');
    const done = await receiptPost({ receipt, do: "confirm-text.K4" });
    expect(done.html).toContain("The text has been withdrawn.");
    expect(done.html).not.toContain("Two");
    await receiptPost({ receipt, do: "confirm-text." });
    expect(await (await at.get(receipt)).json()).toMatchObject({ reasons: { K3: {} } });
    const nothing = await receiptPost({ receipt, do: "confirm-text.K3" });
    expect(nothing.html).toContain("Nothing that you wrote is stored under this receipt.");
  });

  test("of nobody is refused", async () => {
    const { status, html } = await receiptPost({
      receipt: "0000-0000-0000-0000-0000",
      do: "texts",
    });
    expect(status).toBe(404);
    expect(html).toContain("No answers are stored under this receipt");
  });

  test("withdraws the texts with the ballot", async () => {
    const receipt = await at.respondent();
    await at.put(receipt, { reasons: { K3: { text: "One", publish: true } } });
    await receiptPost({ receipt, do: "confirm-withdraw" });
    expect((await at.get(receipt)).status).toBe(410);
  });
});

test("what is kept of remarks is told where everything that is kept is", async () => {
  const html = await (await at.app.request("/privacy?lang=en")).text();
  expect(html).toContain('id="remark"');
  expect(html).toContain("what was accepted and published stays");
});
