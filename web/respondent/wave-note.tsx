import type { Consultation } from "../../domain/consultation/definition.ts";
import { pathOf, RATE, RESULTS } from "../../domain/paths.ts";
import { Filled } from "../language/filled.tsx";
import { useReader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";

/** Of a consultation before or after this one what its link says. */
type Neighbour = Pick<Consultation, "id" | "title" | "languages">;

export interface Neighbours {
  earlier: Neighbour | undefined;
  later: readonly Neighbour[];
}

/** That a consultation continues an earlier one, and by which ones it was continued. */
export function WaveNote({ earlier, later }: Neighbours) {
  const { waves } = useReader().text.council;
  if (earlier === undefined && later.length === 0) return null;
  return (
    <div class="notice">
      {earlier === undefined ? null : (
        <p>
          <Filled of={waves.continues} values={{ link: <Link to={earlier} path={RESULTS} /> }} />
        </p>
      )}
      {later.map((one) => (
        <p key={one.id}>
          <Filled of={waves.continued} values={{ link: <Link to={one} path={RATE} /> }} />
        </p>
      ))}
    </div>
  );
}

function Link({ to, path }: { to: Neighbour; path: typeof RESULTS | typeof RATE }) {
  const reader = useReader();
  return (
    <a href={pathOf(path, { id: to.id, lang: reader.language })}>
      <Wording of={saidIn(reader, to, to.title)} />
    </a>
  );
}
