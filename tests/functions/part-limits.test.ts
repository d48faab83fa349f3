import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { S3Client } from "@aws-sdk/client-s3";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { expect, test } from "vitest";
import { createApp } from "../../functions/app.ts";
import { bucketFiles } from "../../functions/files/bucket.ts";
import {
  ANSWER_BY,
  clientLimits,
  IN_A_FUNCTION,
  ON_ONE_MACHINE,
} from "../../functions/part-limits.ts";
import { isBusy } from "../../functions/store/database.ts";
import { freshWorld } from "../support/world.ts";

test("files and secrets that hang are given up", async () => {
  const server = createServer(() => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const config = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: "nowhere",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    ...clientLimits({ connectMs: 400, answerMs: 400, attempts: 2 }),
  };
  const files = bucketFiles("bucket", new S3Client({ ...config, forcePathStyle: true }));
  const secrets = new SecretsManagerClient(config);
  const failures = await Promise.allSettled([
    files.read("a/file"),
    secrets.send(new GetSecretValueCommand({ SecretId: "one" })),
  ]);
  expect(failures.map((one) => one.status === "rejected" && isBusy(one.reason))).toEqual([
    true,
    true,
  ]);
  server.closeAllConnections();
  server.close();
});

test.each([
  ["a function", IN_A_FUNCTION, ANSWER_BY.inAFunction, 10_000],
  ["one machine", ON_ONE_MACHINE, ANSWER_BY.onOneMachine, 60_000],
])("in %s all tries of a call end before the answer has to be made", (_, limits, by, given) => {
  // Between tries the SDK waits under a second.
  expect(limits.attempts * limits.answerMs + 1_000).toBeLessThan(by);
  expect(by).toBeLessThan(given);
});

test("whatever an answer waits for, it comes in time", async () => {
  const world = await freshWorld();
  const app = createApp({ ...world, answerBy: 100 });
  app.get("/for-ever", () => new Promise<Response>(() => undefined));
  const answer = await app.request("/for-ever");
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "2"]);
  expect(answer.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
});
