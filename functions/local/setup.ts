import { makeSetupLink } from "../organiser/setup-link.ts";
import { runCommand } from "./command.ts";

// npm run -s setup: prints a one-time link, good for 30 minutes, to become an organiser by who owns every
// consultation that there is. For whoever runs the machine: the first organiser, or one after all are lost;
// and, with an account that exists, for consultations that were added since and have no owner.
await runCommand(async ({ services, instance }) => {
  process.stdout.write(`${await makeSetupLink(services, instance.publicUrl ?? instance.url)}\n`);
  return 0;
});
