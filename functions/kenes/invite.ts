import { MOST_INVITATIONS } from "../../domain/invitation/group.ts";
import { makeUnseen } from "../local/invitations.ts";
import type { Command } from "../command/command.ts";
import { oneConsultation } from "../command/consultation.ts";
import { wholeNumber } from "../command/words.ts";

/** Invitation codes for experts, one a line and nothing else. */
export const invite: Command = {
  name: "invite",
  summary: "Make invitation codes for experts, one a line",
  about: ["The codes are kept as keyed hashes alone: what is printed is the only copy."],
  words: [
    { name: "consultation", about: "which consultation" },
    {
      name: "count",
      about: `how many, at most ${MOST_INVITATIONS}; 1 if left out`,
      optional: true,
    },
  ],
  options: {},
  async run({ words: [id = "", text = "1"], target }) {
    const count = wholeNumber("say how many invitations to make", text, 1, MOST_INVITATIONS);
    const opened = await target();
    const { definition } = await oneConsultation(opened, id);
    const services = { ...opened.services, secret: await opened.secret() };
    const { codes, seen } = await makeUnseen(services, definition.id, count);
    return {
      json: { consultation: definition.id, codes },
      text: `${codes.join("\n")}\n`,
      // What is cut off before it was printed counts as handed out nowhere.
      afterwards: seen,
    };
  },
};
