import { describe, expect, test } from "vitest";
import { type ProblemCode, problemDocument, PROBLEMS } from "../../domain/problem.ts";

describe("a refusal", () => {
  test.each(Object.entries(PROBLEMS))("%s has an HTTP status of an error: %i", (code, status) => {
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(Number.isInteger(status) && status >= 400 && status < 600).toBe(true);
  });

  test.each<[ProblemCode, number]>([
    ["receipt-missing", 401],
    ["invitation-refused", 403],
    ["ballot-unknown", 404],
    ["revision-conflict", 409],
    ["ballot-withdrawn", 410],
    ["body-too-large", 413],
    ["ballot-invalid", 422],
    ["failure", 500],
  ])("%s keeps the status that others rely on: %i", (code, status) => {
    expect(PROBLEMS[code]).toBe(status);
  });

  test("becomes a problem document with the place of every fault", () => {
    const faults = [{ pointer: "/ratings/W1", fault: "not-allowed" as const }];
    expect(problemDocument({ problem: "ballot-invalid", faults }, "A sentence.")).toEqual({
      type: "urn:kenes:problem:ballot-invalid",
      title: "ballot-invalid",
      status: 422,
      detail: "A sentence.",
      faults,
    });
  });

  test("tells the stored revision of a conflict", () => {
    const document = problemDocument({ problem: "revision-conflict", revision: 4 }, "");
    expect(document).toMatchObject({ status: 409, revision: 4 });
  });

  test("says nothing that it was not given", () => {
    const keys = Object.keys(problemDocument({ problem: "busy" }, ""));
    expect(keys.toSorted()).toEqual(["detail", "status", "title", "type"]);
  });
});
