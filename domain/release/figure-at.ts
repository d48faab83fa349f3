import type { Release } from "./schema.ts";

/** Which recommendation, and of whom; names as the columns have them. */
export interface Place {
  code: string;
  panel?: string;
  /** Of a group of the public. */
  question?: string;
  option?: string;
  /** With all ballots of the public, or without the flagged ones. */
  view?: string;
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
 * told, and then have the reason of the ratings beside them. A table has hundreds of thousands of cells, so
 * what is the same for many of them is kept.
 */
export function figuresOf(release: Release): (path: string, place: Place) => Found {
  const lists = new Map<readonly unknown[], Map<string, unknown>>();
  const inList = (list: readonly unknown[], name: string): unknown => {
    if (!isNode(list[0])) return list[Number(name)];
    let named = lists.get(list);
    if (named === undefined) {
      named = new Map((list as Node[]).map((one) => [nameOf(one), one]));
      lists.set(list, named);
    }
    return named.get(name);
  };
  const next = (node: unknown, step: string): unknown =>
    Array.isArray(node) ? inList(node, step) : isNode(node) ? node[step] : undefined;
  const templates = new Map<string, readonly [string[], string[]]>();
  return (path, place) => {
    let both = templates.get(path);
    if (both === undefined) {
      const [whole = "", group = ""] = path.split(" | ");
      both = [whole.split("/"), group.split("/")];
      templates.set(path, both);
    }
    const steps = both[place.question === undefined ? 0 : 1];
    if (steps[0] === "") return NOTHING;
    let node: unknown = release;
    for (const step of steps) node = next(node, filled(step, place));
    if (node !== undefined && node !== null) return { value: node as never, reason: undefined };
    let reason: string | undefined;
    node = release;
    for (const [at, step] of steps.entries()) {
      if (isNode(node) && isNode(node["hidden"])) {
        reason = reasonIn(node["hidden"], steps, at, place);
      }
      node = next(node, filled(step, place));
    }
    return { value: null, reason };
  };
}

const NOTHING: Found = { value: null, reason: undefined };

/** A step of a path with what stands for its names. */
function filled(step: string, place: Place): string {
  if (!step.startsWith("{")) return step;
  const { code, panel = "", question = "", option = "", view = "" } = place;
  if (step === "{code}") return code;
  if (step === "{view}") return view;
  return step === "{panel}" ? panel : `${question}:${option}`;
}

const nameOf = (one: Node): string =>
  String("option" in one ? `${String(one["question"])}:${String(one["option"])}` : one["code"]);

/** Why the rest of a way leads to nothing: a figure is named with all its parts, or part by part. */
function reasonIn(
  hidden: Node,
  steps: readonly string[],
  from: number,
  place: Place,
): string | undefined {
  let name = "";
  for (let at = from; at < steps.length; at++) {
    name += (at > from ? "/" : "") + filled(steps[at]!, place);
    const reason = hidden[name];
    if (typeof reason === "string") return reason;
  }
  const ratings = steps[from] === "measured" ? hidden["rated"] : undefined;
  return typeof ratings === "string" ? ratings : undefined;
}
