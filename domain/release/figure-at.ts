import type { Release } from "./schema.ts";

/** Which recommendation, and of whom; names as the columns have them. */
export interface Place {
  code: string;
  panel?: string;
  /** Of a group of the public. */
  question?: string;
  option?: string;
}

/** A figure as it stands in a release, and why it does not. */
interface Found {
  value: string | number | boolean | null;
  reason: string | undefined;
}

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/**
 * Finds what a path of the codebook names in a release (`codebook.ts`). A path that leads nowhere gives `null`
 * without a reason: that figure is not made here. Counts as measured are left out as a whole where nothing is
 * told, and then have the reason of the ratings beside them.
 */
export function figuresOf(release: Release): (path: string, place: Place) => Found {
  const lists = new Map<readonly unknown[], Map<string, unknown>>();
  const inList = (list: readonly unknown[], name: string): unknown => {
    if (!isNode(list[0])) return list[Number(name)];
    const named = lists.get(list) ?? new Map((list as Node[]).map((one) => [nameOf(one), one]));
    lists.set(list, named);
    return named.get(name);
  };
  return (path, place) => {
    const steps = stepsOf(path, place);
    let node: unknown = release;
    let reason: string | undefined;
    for (const [at, step] of steps.entries()) {
      if (isNode(node) && isNode(node["hidden"])) reason = reasonIn(node["hidden"], steps, at);
      node = Array.isArray(node) ? inList(node, step) : isNode(node) ? node[step] : undefined;
    }
    const isShown = steps.length > 0 && node !== undefined && node !== null;
    return isShown ? { value: node as never, reason: undefined } : { value: null, reason };
  };
}

/** The template that holds at a place, filled in, step by step. */
function stepsOf(path: string, place: Place): string[] {
  const [whole = "", group = ""] = path.split(" | ");
  const template = place.question === undefined ? whole : group;
  if (template === "") return [];
  return template.replaceAll(/\{(\w+)\}/g, (_, name: keyof Place) => place[name] ?? "").split("/");
}

const nameOf = (one: Node): string =>
  String("option" in one ? `${String(one["question"])}:${String(one["option"])}` : one["code"]);

/** Why the rest of a way leads to nothing: a figure is named with all its parts, or part by part. */
function reasonIn(hidden: Node, steps: readonly string[], at: number): string | undefined {
  const rest = steps.slice(at);
  const names = [...rest.map((_, last) => rest.slice(0, last + 1).join("/"))];
  if (rest[0] === "measured") names.push("rated");
  return names.map((name) => hidden[name]).find((one) => typeof one === "string");
}
