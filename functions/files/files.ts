/**
 * Where files are kept: a bucket, or a folder. Names are paths with `/`, made by us alone. A file is durable
 * and can be read when its write ends: S3 has taken it, or the folder's disk has its bytes before it gets
 * its name. Nothing is compared: of two writes of one name the later stays. A write that fails was
 * made whole or not at all; a folder may keep its bytes beside, under a name that nobody reads.
 */
export interface Files {
  /** The bytes of a file, or `undefined` when there is none of that name. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Keeps a file; it is there, whole, when this ends. A file of that name is replaced. */
  write(name: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Deletes a file; one that is not there is deleted already. */
  remove(name: string): Promise<void>;
}
