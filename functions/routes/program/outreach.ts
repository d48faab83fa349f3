import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { channelAddress } from "../../ballot/channel.ts";
import { addChannel } from "../../consultation/channels.ts";
import { addHook, removeHook, tryHook } from "../../hook/changing.ts";
import type { App } from "../../http/environment.ts";
import { answered } from "../../program/answered.ts";
import { keyed } from "../../program/keyed.ts";
import { hookSecret } from "../../secrets.ts";
import type { Services } from "../../services.ts";
import { isLive, listHooks } from "../../store/hooks.ts";
import { onPublished } from "./published.ts";

/** Channels with their links, and webhooks. */
export function outreachProgramRoutes(app: App, services: Services): void {
  keyed(app, services, PROGRAM_API.channels, (actor, { origin }) =>
    onPublished(actor, async ({ definition: { id, channels = [], laterChannels = [] } }) => {
      const view = (later: boolean) => (one: (typeof channels)[number]) => ({
        code: one.code,
        label: { ...one.label },
        address: channelAddress(services, origin, id, one.code),
        later,
      });
      const all = [...channels.map(view(false)), ...laterChannels.map(view(true))];
      return answered(200, { channels: all });
    }),
  );

  keyed(app, services, PROGRAM_API.addChannel, async (actor, { body, origin }) => {
    const name = Object.entries(body.label).map(
      ([language, text]) => [language, text.replace(/\s+/g, " ").trim()] as const,
    );
    const made = await addChannel(services, actor, Object.fromEntries(name));
    if ("problem" in made) return made;
    const { code } = made;
    const address = channelAddress(services, origin, actor.consultation, code);
    return answered(201, { code, address });
  });

  keyed(app, services, PROGRAM_API.hooks, (actor) =>
    onPublished(actor, async ({ definition }) => {
      const hooks = (await listHooks(services.db, definition.id)).filter(isLive);
      return answered(200, {
        hooks: hooks.map(({ hook }) => ({
          hook: hook.id,
          address: hook.address,
          addedAt: hook.addedAt,
          waiting: hook.waiting.length,
          ...(hook.failingSince !== undefined && { failingSince: hook.failingSince }),
          ...(hook.off !== undefined && { off: hook.off }),
          attempts: hook.attempts.map((one) => ({ ...one })),
        })),
      });
    }),
  );

  keyed(app, services, PROGRAM_API.addHook, (actor, { body }) =>
    onPublished(actor, async ({ definition }) => {
      const made = await addHook(services, actor, body.address);
      if ("problem" in made) return made;
      const { id, address } = made.hook;
      const secret = hookSecret(services.secret, definition.id, id);
      return answered(201, { hook: id, address, secret });
    }),
  );

  keyed(
    app,
    services,
    PROGRAM_API.removeHook,
    async (actor, { part }) =>
      (await removeHook(services, actor, part("hook"))) ?? { status: 204 as const },
  );

  keyed(
    app,
    services,
    PROGRAM_API.tryHook,
    async (actor, { part }) =>
      (await tryHook(services, actor, part("hook"))) ?? { status: 202 as const },
  );
}
