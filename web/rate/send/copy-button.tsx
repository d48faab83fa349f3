interface Props {
  label: string;
  /** What is said afterwards. */
  copied: string;
  notCopied: string;
  text: string;
}

/** Copies a text, and says whether it worked. */
export function CopyButton({ label, copied, notCopied, text }: Props) {
  const copy = ({ currentTarget }: { currentTarget: Element }) => {
    const say = (what: string) => {
      currentTarget.nextElementSibling!.textContent = what;
    };
    // Without HTTPS there is no clipboard, so the call itself may throw too.
    Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(
        () => say(copied),
        () => say(notCopied),
      );
  };
  return (
    <>
      <button type="button" class="secondary needs-script" onClick={copy}>
        {label}
      </button>
      <output />
    </>
  );
}
