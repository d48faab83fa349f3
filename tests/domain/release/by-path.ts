/* What a path of the codebook names in a release's JSON, read by its words alone and not by the program's own way. */

type Json = null | string | number | boolean | Json[] | { [name: string]: Json };

/** The cell that has to stand in a column with this path; `undefined` where the path says nothing of the row. */
export function cellByPath(
  release: unknown,
  path: string,
  row: Readonly<Record<string, string>>,
): string | undefined {
  if (path === "") return undefined;
  const [whole = "", group = ""] = path.split(" | ");
  const isGroup = row["group"] !== undefined && row["group"] !== "all";
  const template = (isGroup ? group : whole).replaceAll(
    /\{(\w+)\}/g,
    (_, name) => row[name] ?? "?",
  );
  if (template === "") return "";
  let node = release as Json | undefined;
  for (const step of template.split("/")) {
    if (Array.isArray(node)) {
      node =
        (node as { code?: string; question?: string; option?: string }[]).find(
          (one) => one?.code === step || `${one?.question}:${one?.option}` === step,
        ) ?? node[Number(step)];
    } else node = typeof node === "object" && node !== null ? node[step] : undefined;
  }
  return node === null || node === undefined ? "" : String(node as string);
}

/** Rows of cells by the names of their columns. */
export const rowsOf = (table: readonly (readonly unknown[])[]): Record<string, string>[] => {
  const [names = [], ...rows] = table;
  return rows.map((row) =>
    Object.fromEntries(names.map((name, place) => [String(name), String(row[place])])),
  );
};
