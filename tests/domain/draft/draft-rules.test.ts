import { expect, test } from "vitest";
import { definitionOf } from "../../../domain/draft/definition-of.ts";
import { draftOf } from "../../../domain/draft/draft-of.ts";
import { definition } from "../consultation/definition.ts";

/* What may be wrong with a draft's rules is told where it can be mended. */

test.each<[string, string, string, string, string?]>([
  ["release.every", "minute", "/release/every", "not-allowed"],
  ["release.groups", "many", "/release/groups", "wrong-type"],
  ["release.groupsAt", "2027-01-01\nsoon", "/release/groupsAt/1", "not-allowed"],
  ["release.groupsAt", "2027-01-02\n\n2027-01-01", "/release/groupsAt/1", "out-of-range"],
  ["experts", "maybe", "/experts", "not-allowed"],
  ["people.number", "1000", "/people/source", "missing", "people.source"],
  ["people.source", "A census", "/people/number", "missing", "people.number"],
])("%s when it holds “%s” is refused at %s", (name, value, pointer, fault, field = name) => {
  const draft = draftOf({ ...definition(), release: { every: "week" } });
  const wrong = { ...draft, fields: { ...draft.fields, [name]: value } };
  expect(definitionOf(wrong)).toEqual({ faults: [{ pointer, fault, field }] });
});
