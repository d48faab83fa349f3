import { channelCode } from "../../domain/consultation/channel.ts";
import { describedBy, faultId, FieldFault } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import { type Said, textOf } from "../language/said.tsx";
import type { Draft } from "./answers/draft.ts";

interface Props {
  /** What each channel is called, by its code. */
  channels: Record<string, Said>;
  draft: Pick<Draft, "channel" | "withoutChannel">;
  fault: string | undefined;
}

/**
 * By whose link somebody came, what that is used for, and the choice to leave it out. There in every
 * form of a consultation with channels, so that the script can put a draft's channel back into it.
 */
export function ChannelChoice({ channels, draft, fault }: Props) {
  const text = useReader().text.rate.answers;
  if (Object.keys(channels).length === 0) return null;
  const name = channels[channelCode(draft.channel)];
  return (
    <fieldset
      id="channel"
      tabIndex={-1}
      aria-describedby={describedBy(fault && faultId("channel"), "channel-why")}
      hidden={name === undefined}
    >
      <legend>
        <h3>{text.channelHeading}</h3>
      </legend>
      <FieldFault field="channel" sentence={fault} />
      <p>
        {text.channelCame}{" "}
        <b class="channel-name" {...(typeof name === "object" && { lang: name.lang, dir: "auto" })}>
          {name === undefined ? undefined : textOf(name)}
        </b>
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
