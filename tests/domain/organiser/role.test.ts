import { expect, test } from "vitest";
import { ACTIONS, may, readGivenRole, readRole, ROLES } from "../../../domain/organiser/role.ts";

test("who may do what, written out once more", () => {
  const table = Object.fromEntries(
    ROLES.map((role) => [role, ACTIONS.filter((action) => may(role, action)).join(" ")]),
  );
  expect(table).toEqual({
    owner: "read translate edit lifecycle invite respond moderate export audit team",
    editor: "read translate edit invite respond audit",
    translator: "read translate",
    moderator: "read invite moderate audit",
    analyst: "read export audit",
    viewer: "read audit",
  });
});

test("a role is one of the six and nothing that an object has besides", () => {
  expect(ROLES.map((role) => readRole(role))).toEqual(ROLES);
  for (const text of ["", "Owner", "constructor", "__proto__", null, undefined]) {
    expect(readRole(text)).toBeUndefined();
  }
});

test("a translator is given some of the consultation's languages, and no other role any", () => {
  const given = (role: string | null, languages: string[]) =>
    readGivenRole(role, languages, ["en", "kk", "ru"]);
  expect(given("translator", ["ru", "xx", "kk", "kk"])).toEqual({
    role: "translator",
    languages: ["kk", "ru"],
  });
  expect(given("translator", ["xx"])).toBe("no-language");
  expect(given("viewer", ["ru"])).toEqual({ role: "viewer" });
  expect([given("admin", ["ru"]), given(null, [])]).toEqual([undefined, undefined]);
});
