/** A sentence in the reader's language; where there is none yet, in English and said to be so. */
export const Told = ({ told, english }: { told: string | undefined; english: string }) =>
  told === undefined ? (
    <span lang="en" dir="ltr">
      {english}
    </span>
  ) : (
    <>{told}</>
  );
