/**
 * Where files are kept: a bucket, or a folder. Names are paths with `/`, made by us alone. A file is durable
 * and can be read when its write ends: S3 has taken it, or the folder's disk has its bytes before it gets
 * its name. Nothing is compared: of two writes of one name the later stays. A write that fails was
 * made whole or not at all; where a process is killed, a folder may keep its bytes beside, under a name that nobody
 * reads. Both are held to one suite (tests/functions/files/).
 */
export interface Files {
  /**
   * The bytes of a file, or `undefined` when there is none of that name. Throws `MissingOrDenied` where the place does
   * not tell which: whoever knows that the file must be there then knows that something is wrong.
   */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Keeps a file; it is there, whole, when this ends. A file of that name is replaced. */
  write(name: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Deletes a file; one that is not there is deleted already. */
  remove(name: string): Promise<void>;
}

/**
 * The file is not there, or may not be read. S3 answers so for a name that it has nothing under where the caller may
 * not list the bucket (Amazon S3 API Reference, GetObject, "Permissions"), and just so when a right is gone.
 */
export class MissingOrDenied extends Error {
  constructor(name: string, cause: unknown) {
    super(`${name} is not there, or may not be read`, { cause });
    this.name = "MissingOrDenied";
  }
}

const NAME = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/** The same name; throws when it could lead out of the place, or be another place's name. */
export function checkedName(name: string): string {
  if (!NAME.test(name)) throw new RangeError("this is no name of a file of ours");
  return name;
}
