import type { FaultKind } from "../../domain/fault.ts";
import { readField } from "../../domain/draft/field.ts";
import type { Catalogue } from "../language/catalogue.ts";

/** What to do about a field that cannot stay as it is; of some a sentence of their own says what may stand there. */
export function faultWords({ draft }: Catalogue, name: string | undefined, fault: FaultKind) {
  const { momentWrong, closesTooSoon } = draft.edit;
  const own: Record<string, string> = draft.refused;
  if (name !== undefined && fault !== "missing" && Object.hasOwn(own, name)) return own[name]!;
  if (name === undefined || readField(name)?.moment !== true) return draft.faults[fault];
  return fault === "out-of-range" ? closesTooSoon : momentWrong;
}
