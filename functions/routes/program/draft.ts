import { asDefinition } from "../../../domain/draft/definition-of.ts";
import type { Draft } from "../../../domain/draft/draft.ts";
import type { ImportFault } from "../../../domain/draft/import/fault.ts";
import { importJson } from "../../../domain/draft/import/json.ts";
import type { Fault } from "../../../domain/fault.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { saveChange, workpieceOf } from "../../draft/drafting.ts";
import type { App } from "../../http/environment.ts";
import { answered } from "../../program/answered.ts";
import { keyed } from "../../program/keyed.ts";
import type { Services } from "../../services.ts";
import { getEmblem } from "../../store/emblems.ts";

/** Nobody mends more than this at once. */
const MOST_FAULTS = 100;

/** A draft as a definition, out and in again: read as the console's import reads a file of ours. */
export function draftProgramRoutes(app: App, services: Services): void {
  keyed(app, services, PROGRAM_API.draft, async ({ section }) => {
    const work = await workpieceOf(section, services.now);
    if (work === undefined) return { problem: "page-unknown" as const };
    const { draft, revision } = work;
    return answered(200, { revision, definition: asDefinition(draft) });
  });

  keyed(app, services, PROGRAM_API.replaceDraft, async (actor, { body }) => {
    const work = await workpieceOf(actor.section, services.now);
    if (work === undefined) return { problem: "page-unknown" as const };
    if (work.stage !== "draft") return { problem: "step-refused" as const };
    const read = importJson(JSON.stringify(body.definition));
    if ("faults" in read) {
      const faults = read.faults.slice(0, MOST_FAULTS).map((one) => faultOf(one));
      return { problem: "import-invalid" as const, faults };
    }
    // A definition of another installation names an emblem that is kept there.
    const emblem = read.draft.fields["emblem.file"];
    const isKept = emblem === undefined || (await getEmblem(services.db, emblem)) !== undefined;
    const fields = replacing(work.draft, read.draft, isKept ? [] : ["emblem.file"]);
    const saved = await saveChange(services, actor, { kind: "import", fields }, body.revision);
    return "problem" in saved ? saved : answered(200, { revision: saved.revision });
  });
}

/** Every field of a draft with what shall stand in it; its address stays. */
function replacing(
  before: Draft,
  after: Draft,
  without: readonly string[],
): Record<string, string> {
  const emptied = Object.keys(before.fields).map((name) => [name, ""] as const);
  const taken = Object.entries(after.fields).filter(([name]) => !without.includes(name));
  const { id: _, ...fields } = Object.fromEntries([...emptied, ...taken]);
  return fields;
}

/** A fault of an import with its place in what was sent. */
function faultOf({ place, kind }: ImportFault): Fault {
  const pointer = "pointer" in place ? `/definition${place.pointer}` : "/definition";
  return { pointer, fault: FAULTS.find((one) => one === kind) ?? "not-allowed" };
}

const FAULTS: readonly Fault["fault"][] = [
  "missing",
  "unknown",
  "wrong-type",
  "out-of-range",
  "not-allowed",
  "repeated",
  "overfull",
];
