import { expect, test } from "vitest";
import { ACTIONS, may, readRole, ROLES } from "../../../domain/organiser/role.ts";

test("who may do what, written out once more", () => {
  const table = Object.fromEntries(
    ROLES.map((role) => [role, ACTIONS.filter((action) => may(role, action)).join(" ")]),
  );
  expect(table).toEqual({
    owner: "read edit lifecycle invite export team",
    editor: "read edit invite",
    moderator: "read invite",
    analyst: "read export",
    viewer: "read",
  });
});

test("a role is one of the five and nothing that an object has besides", () => {
  expect(ROLES.map((role) => readRole(role))).toEqual(ROLES);
  for (const text of ["", "Owner", "constructor", "__proto__", null, undefined]) {
    expect(readRole(text)).toBeUndefined();
  }
});
