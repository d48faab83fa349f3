import { MOST_INVITATIONS } from "../../domain/invitation/group.ts";
import { Complaint, runCommand } from "./command.ts";
import { makeInvitations } from "./invitations.ts";

// npm run -s invite -- <consultation> <count>: prints one invitation code a line, and nothing else.
await runCommand(async ({ services, consultation }, [id, countText = "1"]) => {
  const { definition } = await consultation(id);
  const count = Number(countText);
  if (!Number.isInteger(count) || count < 1 || count > MOST_INVITATIONS) {
    throw new Complaint(`say how many invitations to make: a number from 1 to ${MOST_INVITATIONS}`);
  }
  const codes = await makeInvitations(services, definition.id, count);
  process.stdout.write(`${codes.join("\n")}\n`);
  return 0;
});
