import type { ComponentChildren, ComponentProps } from "preact";
import type { Done } from "../../domain/organiser/done.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { pageTitle } from "../page/page-title.ts";
import { DoneNote } from "./done-note.tsx";

/** What every page of the console is given. */
export interface ConsoleProps extends Reader {
  assets: Assets;
}

/** Who is signed in: what the page's head shows, and what every form sends along. */
export interface SignedIn {
  name: string;
  formToken: string;
  /** What has just been done, where this page is the one that follows. */
  done?: Done | undefined;
}

interface Props extends ConsoleProps {
  title: string;
  /** The consultation that it belongs to; where none is named, the console itself is. */
  within?: string | undefined;
  /** Path of this page: the language links lead back to it. */
  path: string;
  signedIn?: SignedIn | undefined;
  /** Whether the page needs the console's script. */
  script?: boolean;
  wide?: boolean;
  /** Replaces the language links where a plain link would lose what has been entered. */
  languageChoice?: ComponentChildren;
  /** Further query of this page, which the language links keep. */
  query?: Record<string, string> | undefined;
  /** Stylesheets that not every page of the console needs, after its own. */
  moreStyle?: string | readonly string[] | undefined;
  /** What is shown cannot be shown again, so nothing leads to another language of it. */
  onlyOnce?: boolean;
  /** What the page is about, and where to go on, for what is said of what was done. */
  about?: Omit<ComponentProps<typeof DoneNote>, "done"> | undefined;
  children: ComponentChildren;
}

/** A page of the organisers' console. */
export function ConsolePage(props: Props) {
  const { language, text, assets, title, path, signedIn } = props;
  const { script = false, wide = false, onlyOnce = false, moreStyle = [] } = props;
  const words = text.organiser.page;
  const to = (endpoint: Parameters<typeof organisePath>[0]) =>
    organisePath(endpoint, { lang: language });
  return (
    <Document
      sends
      {...{ language, text, path, wide }}
      title={pageTitle(title, props.within ?? words.console)}
      style={assets.style}
      query={props.query}
      moreStyle={[assets.consoleStyle, moreStyle].flat()}
      script={script ? assets.organiseScript : undefined}
      footer={words.footer}
      languageChoice={onlyOnce ? <></> : props.languageChoice}
    >
      {signedIn === undefined ? null : (
        <nav class="console-head" aria-label={words.console}>
          <a href={to(ORGANISE.home)}>{words.consultations}</a>
          <a href={to(ORGANISE.account)}>{signedIn.name}</a>
          <Form action={to(ORGANISE.signOut)} token={signedIn.formToken}>
            <button class="link-button" type="submit">
              {words.signOut}
            </button>
          </Form>
        </nav>
      )}
      {signedIn?.done === undefined ? null : <DoneNote done={signedIn.done} {...props.about} />}
      {props.children}
    </Document>
  );
}
