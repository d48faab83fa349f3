import { beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { makeInvitations } from "../../../functions/local/invitations.ts";
import type { Services } from "../../../functions/services.ts";
import { clientOf, newReceipt } from "../../support/client.ts";
import { CATALOGUES } from "../../support/languages.ts";
import { asTyped } from "../../support/typed.ts";
import { freshWorld } from "../../support/world.ts";
import { checked, field, postTo } from "./plain-form.ts";

let services: Services;
let app: App;

beforeAll(async () => {
  services = await freshWorld();
  app = createApp(services);
});

const post = (...request: Parameters<ReturnType<typeof postTo>>) => postTo(app)(...request);

describe("as whom one answers", () => {
  const { form, saved } = CATALOGUES.en.rate;
  const path = "/c/kazakhstan-2019/?lang=en";
  /** Which of the lines on top is to be seen. */
  const line = (html: string) =>
    ["as-public", "as-expert", "as-unsaid"].filter((id) =>
      new RegExp(`id="${id}"(?![^>]*\\shidden)`).test(html),
    );
  const step = async (fields: Record<string, string>) => {
    const answer = await post(path, { "rating.W1": "5", ...fields });
    return { status: answer.status, html: await answer.text() };
  };

  test("is said on top and on the button, and the code goes through every step to the ballot", async () => {
    const [code] = await makeInvitations(services, "kazakhstan-2019", 1);
    const first = await (await app.request("/c/kazakhstan-2019?lang=en")).text();
    expect(line(first)).toEqual(["as-public"]);
    const invitation = asTyped(code!).trim();
    const { html } = await step({ invitation, do: "redraw" });
    expect(line(html)).toEqual(["as-expert"]);
    const receipt = field(html, "receipt");
    const review = await step({ receipt, invitation: field(html, "invitation"), do: "review" });
    expect(review.html).toContain(`>${form.sendExpert}<`);
    expect(review.html).not.toContain(`>${form.send}<`);
    const sent = { receipt, invitation: field(review.html, "invitation"), do: "send" };
    const done = await step(sent);
    expect(done.html).toContain(saved.savedExpert);
    expect(done.html).not.toContain(invitation);
    // And is remembered, when the stored answers are changed.
    const opened = await post("/c/kazakhstan-2019/receipt?lang=en", { receipt, do: "open" });
    const panel = field(await opened.text(), "panel");
    const again = await step({ receipt, panel, revision: "2", do: "review" });
    expect(/id="is-expert"[^>]*\shidden/.test(again.html)).toBe(false);
  });

  test("has to be said by those who were invited and have no code any more", async () => {
    const receipt = newReceipt();
    for (const todo of ["review", "send"]) {
      const refused = await step({ receipt, invited: "yes", do: todo });
      expect(refused.status).toBe(422);
      expect(refused.html).toContain(CATALOGUES.en.problems["panel-unsaid"]);
      expect(line(refused.html)).toEqual(["as-unsaid"]);
      expect(checked(refused.html)).toContain("rating.W1=5");
      expect(field(refused.html, "invited")).toBe("yes");
    }
    expect((await clientOf(app).get(receipt)).status).toBe(404);
    const said = { receipt, invited: "yes", "as-public": "yes" };
    const review = await step({ ...said, do: "review" });
    expect(checked(review.html)).toContain("as-public=yes");
    expect(review.html).toContain(`>${form.send}<`);
    expect((await step({ ...said, do: "send" })).html).toContain(saved.savedPublic);
  });

  test("is the public where they say so, whatever the code; it stays unused, and theirs", async () => {
    const [code] = await makeInvitations(services, "kazakhstan-2019", 1);
    const fields = { receipt: newReceipt(), invitation: code!, invited: "yes" };
    const { html } = await step({ ...fields, "as-public": "yes", do: "redraw" });
    expect(line(html)).toEqual(["as-public"]);
    expect(field(html, "invitation")).toBe(code);
    const sent = await step({ ...fields, "as-public": "yes", do: "send" });
    expect(sent.html).toContain(saved.savedPublic);
    const other = await step({ ...fields, receipt: newReceipt(), do: "send" });
    expect(other.html).toContain(saved.savedExpert);
  });
});
