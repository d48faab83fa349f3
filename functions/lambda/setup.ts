import { makeSetupLink } from "../organiser/setup-link.ts";
import { codeServices, setting } from "./world.ts";

const services = await codeServices();
const address = setting("SITE_ADDRESS");

/**
 * Answers with a one-time link, good for 30 minutes, to become an organiser by who owns every
 * consultation that there is. Danger: whoever may invoke this may become an owner, so nothing does but
 * people who may administer the installation.
 */
export const handler = (): Promise<string> => makeSetupLink(services, address);
