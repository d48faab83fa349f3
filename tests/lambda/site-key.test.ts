import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { siteKeyCheck } from "../../functions/lambda/site-keys.ts";
import { built } from "../support/built.ts";

/* The function that makes the key of a deployment, as it was built, asked as CloudFormation asks. */

const SECRET = "a secret of the installation";

/** Secrets Manager, and the address at which CloudFormation waits for an answer. */
let answers = 200;
let put: { type: string | undefined; body: string } | undefined;
const endpoint = createServer(async (request, answer) => {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  if (request.method === "PUT") {
    put = { type: request.headers["content-type"], body };
    answer.writeHead(answers).end();
  } else answer.end(JSON.stringify({ SecretString: SECRET }));
});
const environment: Record<string, string> = {};
let address: string;

beforeAll(async () => {
  endpoint.listen(0, "127.0.0.1");
  await once(endpoint, "listening");
  address = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`;
  for (const name of ["BALLOTS_TABLE", "MAIN_TABLE", "EPHEMERAL_TABLE", "FILES_BUCKET"]) {
    environment[name] = "unused";
  }
  Object.assign(environment, {
    AWS_REGION: "local",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_SECRETS_MANAGER: address,
    SECRET_ID: "arn:of:the:secret",
  });
  Object.assign(process.env, environment);
});
afterAll(() => {
  endpoint.close();
  for (const name of Object.keys(environment)) delete process.env[name];
});

async function ask(RequestType: string, PhysicalResourceId?: string) {
  const { handler: make } = (await import(await built("functions/lambda/site-key.mjs"))) as {
    handler: (event: object) => Promise<void>;
  };
  await make({
    RequestType,
    PhysicalResourceId,
    ResponseURL: `${address}/answer?signature=x`,
    StackId: "stack",
    RequestId: "request",
    LogicalResourceId: "SiteKeyMade",
    ResourceProperties: { Deployment: "the-first" },
  });
  return JSON.parse(put!.body);
}
const takes = (since: string, key: string) =>
  siteKeyCheck(new TextEncoder().encode(SECRET), since)(key);

test("a key is made when CloudFormation asks, and the function learns which was before", async () => {
  const first = await ask("Create");
  expect(first).toMatchObject({ Status: "SUCCESS", StackId: "stack", RequestId: "request" });
  expect(first).toMatchObject({ LogicalResourceId: "SiteKeyMade", NoEcho: true });
  expect(put!.type).toBe("");
  expect(takes(first.Data.Since, first.Data.Key)).toBe(true);

  const second = await ask("Update", first.PhysicalResourceId);
  expect(`${second.Data.Since}.`).toBe(/^\d+\./.exec(first.Data.Key)![0]);
  expect(takes(second.Data.Since, first.Data.Key)).toBe(true);
  expect(takes(second.Data.Since, second.Data.Key)).toBe(true);

  const gone = await ask("Delete", first.PhysicalResourceId);
  expect(gone).toMatchObject({ Status: "SUCCESS", PhysicalResourceId: first.PhysicalResourceId });
  expect(gone.Data).toBeUndefined();
});

test("a clock that was set back voids no key that is in use", async () => {
  const inTenYears = Date.now() + 10 * 365 * 86_400_000;
  const { Data } = await ask("Update", `kenes-site-key-${inTenYears}`);
  expect(takes(Data.Since, Data.Key)).toBe(true);
});

test("an answer that is not taken is a failure, which Lambda tries again", async () => {
  answers = 403;
  await expect(ask("Create")).rejects.toThrow("403");
  answers = 200;
});
