import { describedBy, faultId, FieldFault } from "../form/field.tsx";
import { useReader } from "../language/reader.ts";
import type { Said } from "../language/said.tsx";
import type { Draft } from "./answers/draft.ts";
import { AsWhom } from "./as-whom.tsx";
import { ExpertsTold } from "./experts-told.tsx";

interface Props {
  draft: Draft;
  /** What the channel is called by whose link they came. */
  channel: Said | undefined;
  /** The stored ballot is an expert's already. */
  expert: boolean;
  /** The experts' counts are published exactly. */
  exact: boolean;
  fault: string | undefined;
}

/**
 * As whom one answers; where an invited expert enters the code, and reads beforehand what others will be
 * able to see. Who came by an invitation is not counted with the public without having said so here.
 */
export function InvitationField({ draft, channel, expert, exact, fault }: Props) {
  const text = useReader().text.rate.answers;
  const { invitation, invited } = draft;
  return (
    <>
      <p class="notice" id="is-expert" hidden={!expert}>
        {exact ? `${text.alreadyExpert} ${text.expertsExact}` : text.alreadyExpert}
      </p>
      <div id="invitation-part" hidden={expert}>
        <AsWhom draft={draft} channel={channel} />
        <details class="invitation" open={invitation !== "" || invited || fault !== undefined}>
          <summary>{text.invitationSummary}</summary>
          <ExpertsTold exact={exact} />
          {/* Not shown to who came by a link with a code, until the fold is opened by hand. */}
          <div class="field enter">
            <label for="invitation">{text.invitation}</label>{" "}
            <small class="hint" id="invitation-hint">
              {text.invitationHint}
            </small>
            <FieldFault field="invitation" sentence={fault} />
            <input
              class="code-input"
              type="text"
              id="invitation"
              name="invitation"
              value={invitation}
              maxLength={64}
              disabled={expert}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-invalid={fault === undefined ? undefined : true}
              aria-describedby={describedBy(fault && faultId("invitation"), "invitation-hint")}
            />
            {/* Nothing says on top as whom one answers before the server has read the code. */}
            <button class="secondary without-script" type="submit" name="do" value="redraw">
              {text.takeCode}
            </button>
            <label class="choice" id="as-public-choice" hidden={!invited}>
              <input type="checkbox" name="as-public" value="yes" checked={draft.asPublic} />
              <span>{text.publicInstead}</span>
            </label>
          </div>
        </details>
      </div>
    </>
  );
}
