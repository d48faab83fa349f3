/** Rights that no test makes use of, each with the reason why a function has it all the same. */
export const UNTRIED: Readonly<Record<string, string>> = {
  "Tally dynamodb:UpdateItem Main INSTALLATION":
    "names a database that is another one, when somebody has accepted that the former is lost",
  "Tally s3:PutObject files/marks/*":
    "keeps the mark of what was lost beside the new one, when somebody has accepted the loss",
};
