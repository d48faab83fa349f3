import { expect, test } from "vitest";
import { LOCAL_TABLES } from "../../../functions/local/services.ts";
import { connect } from "../../../functions/store/database.ts";
import { connectStreams } from "../../../functions/store/stream.ts";

const config = { region: "nowhere", credentials: { accessKeyId: "a", secretAccessKey: "b" } };

test.each([
  ["tables", () => connect(LOCAL_TABLES, config).client],
  ["streams", () => connectStreams(config)],
])("what is asked of the %s is told to no log", (_, made) => {
  const client = made();
  const steps = client.middlewareStack.identify();
  expect(steps).not.toEqual([]);
  expect(steps.filter((step) => /log/i.test(step))).toEqual([]);
  client.destroy();
});
