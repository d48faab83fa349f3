import { useReader } from "../language/reader.ts";
import { type Said, Wording } from "../language/said.tsx";
import { asWhom, type Draft } from "./answers/draft.ts";

interface Props {
  draft: Draft;
  channel: Said | undefined;
}

/** As whom one answers, in a line: the script and the server show the one that is true. */
export function AsWhom({ draft, channel }: Props) {
  const text = useReader().text.rate.answers;
  const as = asWhom(draft);
  return (
    <>
      <p class="as-whom" id="as-public" hidden={as !== "public"}>
        {text.asPublic}{" "}
        <span id="as-channel" hidden={channel === undefined || draft.withoutChannel}>
          {text.channelCame} <b class="channel-name">{channel && <Wording of={channel} />}</b>
        </span>
      </p>
      <p class="as-whom as-expert" id="as-expert" hidden={as !== "expert"}>
        {text.asExpert}
      </p>
      <p class="notice notice-warning" id="as-unsaid" hidden={as !== "unsaid"}>
        {text.asUnsaid}
      </p>
      {as === "expert" ? null : <p class="hint without-script">{text.codeByHand}</p>}
    </>
  );
}
