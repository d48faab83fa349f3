import { readConsultation } from "../../domain/consultation/read-definition.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { Complaint } from "../local/complaint.ts";
import { addConsultation } from "../store/consultations.ts";
import type { Database } from "../store/database.ts";
import { getDraft } from "../store/drafts.ts";
import type { Outcome } from "../command/command.ts";

/** Publishes a definition as it stands, unless there is anything of its id already. */
export async function publish(db: Database, text: string): Promise<Outcome> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Complaint("only the JSON of a consultation can be published, and this is none", {
      cause,
    });
  }
  const read = readConsultation(value);
  if ("faults" in read) {
    const { overfull } = catalogueFor("en").draft.faults;
    const faults = read.faults.map(
      ({ pointer, fault }) =>
        `${pointer || "/"}: ${fault}${fault === "overfull" ? `. ${overfull}` : ""}`,
    );
    throw new Complaint(`the consultation is refused:\n${faults.join("\n")}`);
  }
  const { id } = read.consultation;
  const isDraft = (await getDraft(db, id)) !== undefined;
  if (isDraft || !(await addConsultation(db, read.consultation))) {
    throw new Complaint(`there is a consultation or a draft ${id} already; nothing was changed`);
  }
  return {
    json: { consultation: id, opensAt: read.consultation.opensAt ?? null },
    text: `${id} is published. Nobody owns it yet: kenes setup makes a link for an owner.\n`,
  };
}
