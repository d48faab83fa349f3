/** Why a command does not do what it was asked: told as one line, without a stack. */
export class Complaint extends Error {
  override readonly name: string = "Complaint";
}
