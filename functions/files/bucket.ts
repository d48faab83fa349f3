import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { clientLimits, ON_ONE_MACHINE, WRITE_MS } from "../part-limits.ts";
import { checkedName, type Files, MissingOrDenied } from "./files.ts";

/** Files in an S3 bucket. */
export const bucketFiles = (
  bucket: string,
  client: S3Client = new S3Client(clientLimits(ON_ONE_MACHINE)),
): Files => ({
  async read(name) {
    try {
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: checkedName(name) }),
      );
      return await Body?.transformToByteArray();
    } catch (failure) {
      if (failure instanceof NoSuchKey) return undefined;
      // Other 403s (a wrong key, a clock that is off) are no answer about this file.
      if (failure instanceof S3ServiceException && failure.name === "AccessDenied") {
        throw new MissingOrDenied(name, failure);
      }
      throw failure;
    }
  },
  async write(name, bytes, contentType) {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: checkedName(name),
        Body: bytes,
        ContentType: contentType,
      }),
      { requestTimeout: WRITE_MS },
    );
  },
  // The bucket keeps old versions; infra/data-stack.ts lets those of exports go after a day.
  async remove(name) {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: checkedName(name) }));
  },
});
