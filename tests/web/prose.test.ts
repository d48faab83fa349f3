import { describe, expect, test } from "vitest";
import { linkOf, mailTo, partsOf, piecesOf } from "../../web/page/prose-parts.ts";

describe("a longer text of organisers", () => {
  test("has paragraphs and lists", () => {
    expect(partsOf("One\nline.\n\n\n- first\n-  second\n\nLast - no list.")).toEqual([
      { paragraph: ["One line."] },
      { list: [["first"], ["second"]] },
      { paragraph: ["Last - no list."] },
    ]);
  });

  test("has links, shown with their host, and the end of the sentence is none of them", () => {
    expect(piecesOf("See https://example.org/a?b=1. Or (https://example.org)!")).toEqual([
      "See ",
      { to: "https://example.org/a?b=1", shown: "example.org/a?b=1" },
      ".",
      " Or (",
      { to: "https://example.org/", shown: "example.org" },
      ")!",
    ]);
  });

  test.each([
    "http://example.org",
    "javascript:alert(1)",
    "https://bank.example@evil.example/",
    "https://bank.example:443@evil.example",
    "https://",
    "data:text/html,x",
    "HTTPS//example.org",
    "[a](example.org) **b** <b>",
  ])("has no link in %s", (text) => {
    expect(piecesOf(text).every((piece) => typeof piece === "string")).toBe(true);
  });

  test("shows look-alike hosts as the network knows them", () => {
    // Cyrillic а, р; a full-width dot.
    expect(linkOf("https://аррӏе.com/login")?.shown).toBe("xn--80ak6aa92e.com/login");
    expect(linkOf("https://example.org\\@bank.example")?.shown).toMatch(/^example\.org\//);
    expect(linkOf("https://evil.example。bank.example")?.shown).toBe("evil.example.bank.example");
  });

  test("shortens long addresses after the host alone", () => {
    const { shown } = linkOf(`https://example.org/${"a".repeat(200)}`)!;
    expect(shown).toMatch(/^example\.org\/a{39}…$/);
  });
});

test("only a whole text that is an address of e-mail is one", () => {
  expect(mailTo("a.b+c@example.org")).toBe("mailto:a.b+c@example.org");
  for (const none of ["a@b", "a@example.org?bcc=x@y.zz", "write to a@example.org", "a@@b.cc"]) {
    expect(mailTo(none)).toBeUndefined();
  }
});
