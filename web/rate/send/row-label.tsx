import { Wording } from "../../language/said.tsx";
import type { Row } from "./rows.ts";

/** What a row is about, with the code before the title. */
export const RowLabel = ({ row: { code, label } }: { row: Row }) => (
  <dt>
    {code === undefined ? null : `${code} `}
    <Wording of={label} />
  </dt>
);
