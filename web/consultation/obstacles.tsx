import type { DraftFault } from "../../domain/draft/definition-of.ts";
import type { Draft } from "../../domain/draft/draft.ts";
import { FieldLink } from "../draft/draft-faults.tsx";
import { useReader } from "../language/reader.ts";

/** Where the page lists everything that a draft lacks. */
export const MISSING = "missing";

interface Props {
  id: string;
  draft: Draft;
  obstacles: readonly DraftFault[];
}

/** In place of the way to take a step: that it cannot be taken yet, and the way to what keeps it from it. */
export function Obstacles({ id, draft, obstacles }: Props) {
  const { life } = useReader().text.draft;
  const [date] = obstacles;
  const isDate = obstacles.length === 1 && date!.field?.endsWith("At") === true;
  return (
    <div class="notice">
      <p>{life.notYet}</p>
      {isDate ? (
        <p>
          <FieldLink id={id} draft={draft} name={date!.field} />
          {": "}
          {life.datesWrong}
        </p>
      ) : (
        <p>
          <a href={`#${MISSING}`}>{life.toMissing}</a>
        </p>
      )}
    </div>
  );
}
