import { expect, test } from "vitest";
import { newsId } from "../../../domain/news/event.ts";

test("an id is a tag of the installation, and of none that has only a number of IPv6", () => {
  const event = { key: "response/3", at: "2026-04-01T08:00:00Z" };
  expect(newsId("consult.example.org", "spring", event)).toBe(
    "tag:consult.example.org,2026-04-01:spring/response/3",
  );
  expect(newsId("[::1]", "spring", event)).toBe("tag:kenes.invalid,2026-04-01:spring/response/3");
});
