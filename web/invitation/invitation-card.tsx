import { useReader } from "../language/reader.ts";
import { type Said, Wording } from "../language/said.tsx";
import { fill, formatDay } from "../text.ts";
import { QrCode } from "./qr-code.tsx";

interface Props {
  title: Said;
  code: string;
  label: string | undefined;
  expires: string | undefined;
  /** Who invites, and when it closes. */
  organiser: string | undefined;
  closes: string | undefined;
  /** Where the code can be entered by hand. */
  address: string;
  modules: readonly (readonly boolean[])[];
}

/** One invitation as an expert is handed it. */
export function InvitationCard(props: Props) {
  const { language, text } = useReader();
  const { title, code, label, expires, organiser, closes, address, modules } = props;
  const { card } = text.invitation;
  return (
    <li class="invitation-card" lang={text.language} dir={text.direction}>
      <p class="card-heading">
        <span>{card.heading}</span>
        {label === undefined ? null : <span>{fill(card.label, { label })}</span>}
      </p>
      <p class="card-title">
        <Wording of={title} />
      </p>
      {organiser === undefined ? null : (
        <p class="card-organiser">
          <bdi>{fill(card.organiser, { organiser })}</bdi>
        </p>
      )}
      <div class="card-code">
        <QrCode modules={modules} label={card.picture} />
        <div>
          <p>
            {`${card.code}: `}
            <code>{code}</code>
          </p>
          <p>{fill(card.address, { address })}</p>
          {expires === undefined ? null : (
            <p>{fill(card.until, { day: formatDay(language, expires) })}</p>
          )}
          {closes === undefined ? null : <p>{fill(card.closes, { moment: closes })}</p>}
        </div>
      </div>
      <p class="card-small">{`${card.purpose} ${card.privacy}`}</p>
    </li>
  );
}
