import { makeSetupLink } from "../organiser/setup-link.ts";
import type { Command } from "../command/command.ts";
import { WrongUse } from "../command/failure.ts";

/**
 * A one-time link to become an organiser by who owns every consultation that there is. For whoever runs the
 * machine: the first organiser, or one after all are lost; and, with an account that exists, for
 * consultations that were added since and have no owner.
 */
export const setup: Command = {
  name: "setup",
  summary: "Print a link, good for 30 minutes, to become an owner by",
  about: [
    "Works once. Whoever has it owns every consultation, so hand it to nobody else.",
    "On AWS the stack's own SetupLinkCommand does the same without a right to the tables.",
  ],
  words: [],
  options: {
    url: { value: "address", about: "by which address people come, where that is not known" },
  },
  async run({ value, target }) {
    const given = value("url");
    const origin = given === undefined ? undefined : originOf(given);
    const opened = await target();
    const url = origin ?? opened.url;
    if (url === undefined) {
      throw new WrongUse("say by which address people come: --url https://consult.example.org");
    }
    const services = { ...opened.services, secret: await opened.secret() };
    const link = await makeSetupLink(services, url);
    return { json: { link }, text: `${link}\n` };
  },
};

function originOf(address: string): string {
  const url = URL.parse(address);
  if (url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) {
    return url.origin;
  }
  throw new WrongUse(`--url is ${JSON.stringify(address)}; it must be an address without a path`);
}
