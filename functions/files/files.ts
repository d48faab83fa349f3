/** Where files are kept: a bucket, or a folder. Names are paths with `/`, made by us alone. */
export interface Files {
  /** The bytes of a file, or `undefined` when there is none of that name. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** Keeps a file; it is there, whole, when this ends. A file of that name is replaced. */
  write(name: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Deletes a file; one that is not there is deleted already. */
  remove(name: string): Promise<void>;
}
