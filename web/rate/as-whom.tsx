import { useReader } from "../language/reader.ts";
import { type Said, Wording } from "../language/said.tsx";
import { codeOf, type Draft, isUnsaid } from "./answers/draft.ts";

interface Props {
  draft: Draft;
  channel: Said | undefined;
}

/** As whom one answers, in a line: the script and the server show the one that is true. */
export function AsWhom({ draft, channel }: Props) {
  const text = useReader().text.rate.answers;
  const isExpert = codeOf(draft) !== "";
  const unsaid = isUnsaid(draft);
  return (
    <>
      <p class="as-whom" id="as-public" hidden={isExpert || unsaid}>
        {text.asPublic}{" "}
        <span id="as-channel" hidden={channel === undefined || draft.withoutChannel}>
          {text.channelCame} <b class="channel-name">{channel && <Wording of={channel} />}</b>
        </span>
      </p>
      <p class="as-whom as-expert" id="as-expert" hidden={!isExpert}>
        {text.asExpert}
      </p>
      <p class="notice notice-warning" id="as-unsaid" hidden={!unsaid}>
        {text.asUnsaid}
      </p>
      {isExpert ? null : <p class="hint without-script">{text.codeByHand}</p>}
    </>
  );
}
