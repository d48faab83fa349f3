/** A successful answer of an endpoint for programs, with its status as the list of endpoints has it. */
export const answered = <const Status extends number, Value>(status: Status, value: Value) => ({
  status,
  value,
});
