import type { Consultation } from "../../domain/consultation/definition.ts";
import { lookOf } from "../../domain/consultation/look.ts";
import { EMBLEM, pathOf } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";

/**
 * The emblem of who asks, where there is one. A request of its own: so never on the page on which people
 * answer, whose first visit is three.
 */
export function Emblem({ consultation }: { consultation: Consultation }) {
  const reader = useReader();
  const { emblem } = lookOf(consultation);
  if (emblem === undefined) return null;
  const alt = saidIn(reader, consultation, emblem.alt);
  return (
    <p class="emblem">
      <img
        src={pathOf(EMBLEM, { file: emblem.file })}
        alt={textOf(alt)}
        lang={typeof alt === "string" ? undefined : alt.lang}
      />
    </p>
  );
}
