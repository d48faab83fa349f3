import { copyText } from "./copy-text.ts";

interface Props {
  label: string;
  /** What is said afterwards. */
  copied: string;
  notCopied: string;
  text: string;
}

/** Copies a text, and says whether it worked. */
export const CopyButton = ({ label, copied, notCopied, text }: Props) => (
  <>
    <button
      type="button"
      class="secondary needs-script"
      onClick={({ currentTarget }) =>
        copyText(text, currentTarget.nextElementSibling!, copied, notCopied)
      }
    >
      {label}
    </button>
    <output />
  </>
);
