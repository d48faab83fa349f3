import { describe, expect, test } from "vitest";
import {
  answeringRefused,
  lapsesAt,
  mayConfirm,
  mayPropose,
  type Proposal,
  proposingRefused,
  readAct,
  secondPerson,
  stands,
  type TwoPersonAct,
} from "../../../domain/organiser/proposal.ts";
import { type Role, ROLES } from "../../../domain/organiser/role.ts";

const MADE = "2027-03-01T12:00:00.000Z";
const WEEK = 7 * 24 * 60 * 60_000;
const after = (ms: number) => new Date(Date.parse(MADE) + ms);
const proposal = (act: TwoPersonAct): Proposal => ({ act, by: "ann", name: "Ann", at: MADE });

const ACTS: readonly TwoPersonAct[] = ["close", "export"];
const ANSWERS = ["confirm", "withdraw"] as const;
const ROLES_AND_NONE: readonly (Role | undefined)[] = [...ROLES, undefined];
// Written out once more: who may propose what, and that only owners confirm.
const PROPOSERS: Record<TwoPersonAct, readonly Role[]> = {
  close: ["owner"],
  export: ["owner", "analyst"],
};
const among = (roles: readonly Role[], role: Role | undefined) =>
  role !== undefined && roles.includes(role);
const team = (roles: Record<string, Role | undefined>): Record<string, Role> =>
  Object.fromEntries(Object.entries(roles).filter(([, role]) => role !== undefined)) as Record<
    string,
    Role
  >;

describe("every act × role of the proposer now × role of who answers × answer × age", () => {
  const cases = ACTS.flatMap((act) =>
    ROLES_AND_NONE.flatMap((proposer) =>
      ROLES_AND_NONE.flatMap((answerer) =>
        ANSWERS.flatMap((answer) =>
          [0, WEEK - 1, WEEK, 2 * WEEK].map(
            (age) => [act, proposer, answerer, answer, age] as const,
          ),
        ),
      ),
    ),
  );

  test.each(cases)("%s, %s, %s, %s, %s", (act, proposer, answerer, answer, age) => {
    const members = team({ ann: proposer, ben: answerer });
    const isLive = age < WEEK && among(PROPOSERS[act], proposer);
    const mayAnswer = answer === "confirm" ? answerer === "owner" : among(PROPOSERS[act], answerer);
    const refusal = !isLive ? "proposal-unknown" : mayAnswer ? undefined : "page-unknown";
    expect(answeringRefused(answer, "ben", proposal(act), members, after(age))).toBe(refusal);
    expect(stands(proposal(act), members, after(age))).toBe(isLive);
  });

  test.each(cases)("one's own: %s, %s, %s, %s, %s", (act, proposer, answerer, answer, age) => {
    const members = team({ ann: proposer, ben: answerer });
    const refused = answeringRefused(answer, "ann", proposal(act), members, after(age));
    if (answer === "confirm") expect(refused).not.toBeUndefined();
    const isLive = age < WEEK && among(PROPOSERS[act], proposer);
    if (!isLive) expect(refused).toBe("proposal-unknown");
    else if (answer === "withdraw") expect(refused).toBeUndefined();
    else expect(refused).toBe(proposer === "owner" ? "proposal-own" : "page-unknown");
  });

  test.each(cases)("proposing anew: %s, %s, %s, %s, %s", (act, proposer, other, _, age) => {
    const members = team({ ann: proposer, ben: other });
    const [fresh, again] = [undefined, proposal(act)].map((former) =>
      proposingRefused(act, "ann", former, members, after(age)),
    );
    const may = among(PROPOSERS[act], proposer);
    const alone = other === "owner" ? undefined : "second-owner-missing";
    expect(fresh).toBe(may ? alone : "page-unknown");
    expect(again).toBe(may ? (age < WEEK ? "proposal-stands" : alone) : "page-unknown");
  });
});

test("nothing proposed is nothing to answer, and names of every object are nobody's", () => {
  const members = { ann: "owner", ben: "owner" } as const;
  for (const answer of ANSWERS) {
    expect(answeringRefused(answer, "ben", undefined, members, after(0))).toBe("proposal-unknown");
    for (const id of ["constructor", "__proto__", "toString"]) {
      expect(answeringRefused(answer, id, proposal("close"), members, after(0))).toBe(
        "page-unknown",
      );
    }
  }
});

test("a second person is an owner besides oneself, and only where the definition asks for one", () => {
  const two = { twoPersons: true };
  expect(secondPerson({}, { ann: "owner" }, "ann")).toBe("alone");
  expect(secondPerson(undefined, {}, "ann")).toBe("alone");
  expect(secondPerson(two, { ann: "owner" }, "ann")).toBe("nobody-else");
  expect(secondPerson(two, { ann: "owner", ben: "analyst" }, "ann")).toBe("nobody-else");
  expect(secondPerson(two, { ann: "owner", ben: "owner" }, "ann")).toBe("two");
  // An analyst who asks for an export needs one owner.
  expect(secondPerson(two, { ann: "owner", ben: "analyst" }, "ben")).toBe("two");
});

test("rights by role, a proposal's end, and the acts that a text names", () => {
  for (const act of ACTS) {
    expect(ROLES.filter((role) => mayPropose(role, act))).toEqual(PROPOSERS[act]);
    expect(readAct(act)).toBe(act);
  }
  expect(ROLES.filter(mayConfirm)).toEqual(["owner"]);
  expect(lapsesAt(proposal("close"))).toBe("2027-03-08T12:00:00.000Z");
  for (const text of ["", "open", "constructor", null]) expect(readAct(text)).toBeUndefined();
});
