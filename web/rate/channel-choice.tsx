import { channelCode } from "../../domain/consultation/channel.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { Draft } from "./answers/draft.ts";
import { describedBy, FieldFault } from "./field-fault.tsx";

interface Props {
  /** What each channel is called, by its code. */
  channels: Record<string, string>;
  draft: Pick<Draft, "channel" | "withoutChannel">;
  fault: string | undefined;
  text: Catalogue["rate"]["answers"];
}

/**
 * By whose link somebody came, what that is used for, and the choice to leave it out. There in every
 * form of a consultation with channels, so that the script can put a draft's channel back into it.
 */
export function ChannelChoice({ channels, draft, fault, text }: Props) {
  if (Object.keys(channels).length === 0) return null;
  const name = channels[channelCode(draft.channel)];
  return (
    <fieldset
      id="channel"
      tabIndex={-1}
      aria-describedby={describedBy("channel", fault, "channel-why")}
      hidden={name === undefined}
    >
      <legend>
        <h3>{text.channelHeading}</h3>
      </legend>
      <FieldFault field="channel" sentence={fault} />
      <p>
        {text.channelCame} <b id="channel-name">{name}</b>
      </p>
      <p class="hint" id="channel-why">
        {text.channelWhy}
      </p>
      <input type="hidden" name="channel" value={draft.channel} />
      <label class="choice">
        <input type="checkbox" name="without-channel" value="yes" checked={draft.withoutChannel} />
        <span>{text.channelLeaveOut}</span>
      </label>
    </fieldset>
  );
}
