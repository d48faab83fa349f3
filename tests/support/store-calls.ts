import type { Database } from "../../functions/store/database.ts";

/** What is asked of the store while something is done: the name of each command, with its table. */
export async function callsDuring(
  { client, tables }: Database,
  act: () => Promise<unknown>,
): Promise<string[]> {
  const calls: string[] = [];
  const named = new Map<unknown, string>(
    Object.entries(tables).map(([name, table]) => [table, name]),
  );
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const { TableName } = args.input as { TableName?: string };
        calls.push(`${commandName.replace("Command", "")} ${named.get(TableName) ?? ""}`.trim());
        return next(args);
      },
    { step: "initialize", name: "calls" },
  );
  try {
    await act();
  } finally {
    client.middlewareStack.remove("calls");
  }
  return calls;
}
