/** What CloudFormation has functions of ours make (AWS CloudFormation User Guide, "Custom resource request and response reference"). */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { functionName, type Stack } from "./stacks.ts";

/** Asks for all of it, as at the first deployment, and keeps what is answered by its logical name. */
export async function madeByFunctions(
  stacks: readonly Stack[],
  made: Map<string, Record<string, string>>,
  invoke: (name: string, event: unknown) => Promise<unknown>,
): Promise<void> {
  let put = "";
  const takes = createServer(async (request, answer) => {
    put = await text(request);
    answer.end();
  });
  takes.listen(0, "127.0.0.1");
  await once(takes, "listening");
  const ResponseURL = `http://127.0.0.1:${(takes.address() as AddressInfo).port}/`;
  try {
    for (const { name, resources } of stacks) {
      for (const [id, { Type, Properties }] of Object.entries(resources)) {
        if (!Type.startsWith("Custom::Kenes")) continue;
        const [maker] = Properties["ServiceToken"]["Fn::GetAtt"] as [string];
        await invoke(functionName(maker), {
          RequestType: "Create",
          ResponseURL,
          StackId: name,
          RequestId: "first",
          LogicalResourceId: id,
          ResourceProperties: Properties,
        });
        const { Status, Data } = JSON.parse(put);
        if (Status !== "SUCCESS") throw new Error(`${id} was not made: ${put}`);
        made.set(id, Data);
      }
    }
  } finally {
    takes.close();
  }
}
