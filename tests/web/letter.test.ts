import { describe, expect, test } from "vitest";
import { letterTo } from "../../web/invitation/letter.ts";
import { consultation } from "./results/made.ts";

const organiser = {
  name: { en: "The Library", ru: "Библиотека" },
  contact: { en: "ask@example.org" },
};
const given = {
  consultation: consultation({ closesAt: "2026-11-30T09:00:00Z", organiser }),
  language: "en",
  link: "https://example.org/c/test#invitation=AAAA",
};

describe("a letter", () => {
  test("says who invites, to what, where, with which code, until when, and whom to ask", () => {
    const { subject, body } = letterTo("expert", { ...given, code: "AAAA", expires: "2026-11-20" });
    expect(subject).toContain("Kazakhstan");
    for (const said of [
      "The Library invites you",
      "AAAA. It can be used once.",
      given.link,
      "until the end of 20 November 2026",
      "30 November 2026 at 14:00 (Kazakhstan Time)",
      "Questions: ask@example.org",
    ]) {
      expect(body).toContain(said);
    }
    expect(body).not.toContain("{");
  });

  test("is in its own language, with what is not translated in the original", () => {
    const { language, body } = letterTo("public", { ...given, language: "ru" });
    expect(language).toBe("ru");
    expect(body).toContain("Библиотека приглашает всех");
    expect(body).toContain("ask@example.org");
  });

  test("leaves out what the consultation does not say, and marks where a code belongs", () => {
    const { consultation: full, ...rest } = given;
    const { organiser: _, closesAt: __, ...bare } = full;
    const { body } = letterTo("expert", { ...rest, consultation: bare });
    expect(body).toContain("you are invited to take part");
    expect(body).toContain("[code]");
    expect(body).not.toMatch(/closes|Questions|undefined|\{/);
  });

  test("that reminds goes to everybody and thanks those who have answered", () => {
    const { subject, body } = letterTo("reminder", given);
    expect(subject).toMatch(/^Reminder/);
    expect(body).toContain("If you have answered already, thank you");
    expect(body).not.toContain("[code]");
  });
});
