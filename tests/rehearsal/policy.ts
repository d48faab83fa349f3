/**
 * Policies as IAM judges by them: nothing is allowed but what a statement allows, and whatever one denies is denied. A kind
 * of condition that is not known here is a failure, never a condition that holds.
 */
import type { Resolving } from "./resolve.ts";
import type { Json, Stack } from "./stacks.ts";

/** One thing that somebody wants to do. */
export interface Call {
  action: string;
  resource: string;
  /** Of DynamoDB: the partition keys of the items that it is about, where a request names them. */
  keys?: readonly string[];
}

export interface Statement {
  effect: "Allow" | "Deny";
  actions: readonly string[];
  resources: readonly string[];
  /** Which partition keys are meant; without them all are. */
  keys?: readonly string[];
}

/** The statements of every policy of a role; throws where it has one that is not written out in the stack. */
export function statementsOf(stack: Stack, role: string, { valueOf }: Resolving): Statement[] {
  const { ManagedPolicyArns, Policies = [] } = stack.resources[role]!.Properties;
  if (ManagedPolicyArns !== undefined) throw new Error(`${role} has policies of others`);
  const attached = Object.values(stack.resources)
    .filter(({ Type, Properties }) => Type === "AWS::IAM::Policy" && names(Properties.Roles, role))
    .map(({ Properties }) => Properties);
  return [...attached, ...Policies]
    .flatMap(({ PolicyDocument }) => valueOf(stack, PolicyDocument.Statement) as Json[])
    .map(readStatement);
}

const names = (roles: Json[] = [], role: string): boolean => roles.some(({ Ref }) => Ref === role);

function readStatement({ Effect, Action, Resource, Condition, ...more }: Json): Statement {
  delete more.Sid;
  const keys = Condition?.[KEYS_ARE]?.[KEYS];
  const conditions = JSON.stringify(Condition ?? {});
  const known = keys === undefined ? {} : { [KEYS_ARE]: { [KEYS]: keys } };
  if (conditions !== JSON.stringify(known) || Object.keys(more).length > 0) {
    throw new Error(`the rehearsal cannot judge by ${conditions} ${JSON.stringify(more)}`);
  }
  return {
    effect: Effect,
    actions: [Action].flat(),
    resources: [Resource].flat(),
    ...(keys !== undefined && { keys: [keys].flat() }),
  };
}
const [KEYS_ARE, KEYS] = ["ForAllValues:StringLike", "dynamodb:LeadingKeys"];

/** Whether the statements allow it. */
export const isAllowed = (statements: readonly Statement[], call: Call): boolean =>
  statements.some((one) => one.effect === "Allow" && isAbout(one, call)) &&
  !statements.some((one) => one.effect === "Deny" && isAbout(one, call));

const isFor = ({ actions, resources }: Statement, { action, resource }: Call): boolean =>
  actions.some((one) => isLike(one.toLowerCase(), action.toLowerCase())) &&
  resources.some((one) => isLike(one, resource));

/** As "for all values" means it: a request that names no key is about none that is not meant. */
const isAbout = (one: Statement, call: Call): boolean =>
  isFor(one, call) && (call.keys ?? []).every((key) => isMeant(one, key));

const isMeant = ({ keys }: Statement, key: string): boolean =>
  keys === undefined || keys.some((pattern) => isLike(pattern, key));

/** The smallest rights that a statement gives: one action on one kind of thing. */
export const partsOf = ({ actions, resources, keys, effect }: Statement): Statement[] =>
  actions.flatMap((action) =>
    resources.flatMap((resource) =>
      (keys ?? [undefined]).map((key) => ({
        effect,
        actions: [action],
        resources: [resource],
        ...(key !== undefined && { keys: [key] }),
      })),
    ),
  );

/** Whether a call made use of such a right: of one to some keys, where one of them was among its own. */
export const uses = (part: Statement, call: Call): boolean =>
  isFor(part, call) &&
  (part.keys === undefined || (call.keys ?? []).some((key) => isMeant(part, key)));

const isLike = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
    "s",
  ).test(text);
