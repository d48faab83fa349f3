import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { Files } from "./files.ts";

/** Files in an S3 bucket. */
export const bucketFiles = (bucket: string, client: S3Client = new S3Client()): Files => ({
  async read(name) {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
      return await Body?.transformToByteArray();
    } catch (failure) {
      if (failure instanceof NoSuchKey) return undefined;
      throw failure;
    }
  },
  async write(name, bytes, contentType) {
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: name, Body: bytes, ContentType: contentType }),
    );
  },
  // The bucket keeps old versions; infra/data-stack.ts lets those of exports go after a day.
  async remove(name) {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: name }));
  },
});
