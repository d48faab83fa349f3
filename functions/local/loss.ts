/** What a start on this machine refuses: data of a newer program, less of it than was written down, another secret. */
import { lackingIn } from "../jobs/mark.ts";
import { refuseLoss } from "../jobs/marking.ts";
import { recordForms } from "../jobs/forms-check.ts";
import { checkSecret, mayMakeSecret } from "../jobs/secret-check.ts";
import type { Services } from "../services.ts";

/** Names the loss that whoever starts Kenes accepts; a start that refuses says how it is called. */
const acceptedLoss = (): string | undefined => process.env["KENES_ACCEPT_LOSS"] || undefined;

/** Throws where a newer program wrote what is stored, where that is less than the mark in the data folder, or of another secret. */
export async function refuseWhatIsLost(
  services: Pick<Services, "db" | "files" | "log" | "now" | "random" | "secret">,
  folder: string,
): Promise<void> {
  await recordForms(services);
  await refuseLoss(
    services,
    (mark) => lackingIn(services.db, mark),
    acceptedLoss(),
    (code) => [
      "Nothing was changed. To restore the last backup, move the data folder away, then:",
      `  KENES_DATA=${folder} kenes restore <backup>`,
      "To go on without what is missing:",
      `  KENES_ACCEPT_LOSS=${code} npm start`,
    ],
  );
  await checkSecret(services, acceptedLoss(), saying(folder));
}

/** Throws where a new secret would void what was handed out. */
export const mayMake = (services: Pick<Services, "db" | "log">, folder: string): Promise<void> =>
  mayMakeSecret(services, acceptedLoss(), saying(folder));

const saying = (folder: string) => (code: string) =>
  [
    "With another one every invitation, recovery code and channel link that was handed out is void.",
    `Put the old one back as ${folder}/secret (kenes backup --with-secret keeps a copy).`,
    "To go on with another one, knowing that:",
    `  KENES_ACCEPT_LOSS=${code} npm start`,
  ].join("\n");
