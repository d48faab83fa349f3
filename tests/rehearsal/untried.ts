/** Rights that no test makes use of, each with the reason why a function has it all the same. */
export const UNTRIED: Readonly<Record<string, string>> = {
  "Tally dynamodb:UpdateItem Main INSTALLATION":
    "names a database that is another one, when somebody has accepted that the former is lost",
  "Hooks dynamodb:GetItem Main CONSULTATIONS":
    "reads a definition again that was changed while its process lives on; here it is called too seldom for that",
  "Tally dynamodb:GetItem Main RECOUNTS": "asks for a recount when records of the stream were lost",
  "Tally dynamodb:PutItem Main RECOUNTS": "asks for a recount when records of the stream were lost",
  "Tally s3:PutObject files/marks/*":
    "keeps the mark of what was lost beside the new one, when somebody has accepted the loss",
};
