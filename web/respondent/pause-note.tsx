import type { Life } from "../../domain/consultation/life.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { useReader } from "../language/reader.ts";
import { saidIn } from "../language/said.tsx";
import { PublicNote } from "./public-note.tsx";

interface Props {
  consultation: Pick<Consultation, "languages">;
  pause: Life["pause"];
}

/** Why a consultation is paused, in the organisers' words; nothing where they gave none. */
export function PauseNote({ consultation, pause }: Props) {
  const reader = useReader();
  if (pause === undefined) return null;
  const note = saidIn(reader, consultation, pause.note);
  return (
    <p>
      <PublicNote words={reader.text.rate.closed.pausedBecause} note={note} />
    </p>
  );
}
