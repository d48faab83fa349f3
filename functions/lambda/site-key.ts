import { siteKeyOf } from "./site-keys.ts";
import { codeServices } from "./world.ts";

/** What CloudFormation asks of whoever makes a resource for it. */
interface Asked {
  RequestType: "Create" | "Update" | "Delete";
  /** Where the answer is put; whoever has it can answer, so it stands in no log. */
  ResponseURL: string;
  StackId: string;
  RequestId: string;
  LogicalResourceId: string;
  PhysicalResourceId?: string;
}

/** The name of what was made at that time: CloudFormation tells it the next time, so nothing else has to keep it. */
const nameOf = (at: number): string => `kenes-site-key-${at}`;
const timeIn = (name = ""): number | undefined => {
  const [, at] = /^kenes-site-key-(\d{1,15})$/.exec(name) ?? [];
  return at === undefined ? undefined : Number(at);
};

const { secret, now } = await codeServices();

/**
 * Makes the key of a deployment, when CloudFormation asks. What it answers is hidden in CloudFormation's own
 * records (`NoEcho`); whoever may read CloudFront's settings can read the key there. Throws if the answer is not taken.
 */
export const handler = async (asked: Asked): Promise<void> => {
  const { RequestType, ResponseURL, StackId, RequestId, LogicalResourceId } = asked;
  const about = { Status: "SUCCESS", StackId, RequestId, LogicalResourceId };
  const before = timeIn(asked.PhysicalResourceId);
  const at = now().getTime();
  const answer =
    RequestType === "Delete"
      ? { ...about, PhysicalResourceId: asked.PhysicalResourceId }
      : {
          ...about,
          PhysicalResourceId: nameOf(at),
          NoEcho: true,
          // A clock that was set back must not void the key that is in use.
          Data: { Key: siteKeyOf(secret, at), Since: String(Math.min(before ?? at, at)) },
        };
  const taken = await fetch(ResponseURL, {
    method: "PUT",
    // The address is signed for a body without a type.
    headers: { "content-type": "" },
    body: JSON.stringify(answer),
  });
  if (!taken.ok) throw new Error(`CloudFormation does not take the answer: ${taken.status}`);
};
