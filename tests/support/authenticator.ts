/**
 * An authenticator with passkeys, made of node:crypto alone: what a device would answer, and on demand
 * what it would never answer. The other side is the real one.
 */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const b64 = (data: Uint8Array | string) => Buffer.from(data).toString("base64url");

export interface CreationOptions {
  challenge: string;
  rp: { id?: string };
  user: { id: string };
}
export interface RequestOptions {
  challenge: string;
  rpId?: string;
}

/** How an answer differs from an honest one. */
export interface Twist {
  origin?: string;
  challenge?: string;
  counter?: number;
  userHandle?: string;
  type?: string;
  rpId?: string;
  /** Whether it only felt a touch, and did not look who it is. */
  unverified?: true;
}

/** User present, user verified, and with a new passkey's data (WebAuthn, 6.1). */
const [UP, UV, AT] = [0x01, 0x04, 0x40];
const seen = ({ unverified }: Twist): number => (unverified ? UP : UP | UV);

/** One passkey on one device. */
export class Authenticator {
  readonly id = b64(randomBytes(24));
  counter = 0;
  userHandle = "";
  readonly #keys: { privateKey: KeyObject; publicKey: KeyObject } = generateKeyPairSync("ec", {
    namedCurve: "P-256",
  });

  /** The answer to "make a passkey", as JSON. */
  create(options: CreationOptions, origin: string, twist: Twist = {}): string {
    this.userHandle = options.user.id;
    const client = this.#client("webauthn.create", options.challenge, origin, twist);
    const { x, y } = this.#keys.publicKey.export({ format: "jwk" });
    const key = Buffer.concat([
      Buffer.from("a5010203262001215820", "hex"),
      Buffer.from(x!, "base64url"),
      Buffer.from("225820", "hex"),
      Buffer.from(y!, "base64url"),
    ]);
    const id = Buffer.from(this.id, "base64url");
    const length = Buffer.from([id.length >> 8, id.length & 255]);
    const data = Buffer.concat([
      this.#head(
        twist.rpId ?? options.rp.id ?? "",
        seen(twist) | AT,
        twist.counter ?? this.counter,
      ),
      Buffer.alloc(16),
      length,
      id,
      key,
    ]);
    const attestation = Buffer.concat([
      Buffer.from("a3", "hex"),
      Buffer.from("63666d74646e6f6e65", "hex"),
      Buffer.from("6761747453746d74a0", "hex"),
      Buffer.from("686175746844617461", "hex"),
      Buffer.from([0x59, data.length >> 8, data.length & 255]),
      data,
    ]);
    return JSON.stringify({
      id: this.id,
      rawId: this.id,
      type: "public-key",
      clientExtensionResults: {},
      response: { clientDataJSON: b64(client), attestationObject: b64(attestation) },
    });
  }

  /** The answer to "sign in", as JSON. */
  get(options: RequestOptions, origin: string, twist: Twist = {}): string {
    if (twist.counter === undefined) this.counter += 1;
    const client = this.#client("webauthn.get", options.challenge, origin, twist);
    const data = this.#head(
      twist.rpId ?? options.rpId ?? "",
      seen(twist),
      twist.counter ?? this.counter,
    );
    const signed = Buffer.concat([data, sha256(client)]);
    return JSON.stringify({
      id: this.id,
      rawId: this.id,
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON: b64(client),
        authenticatorData: b64(data),
        signature: b64(sign("sha256", signed, this.#keys.privateKey)),
        userHandle: twist.userHandle ?? this.userHandle,
      },
    });
  }

  #client(type: string, challenge: string, origin: string, twist: Twist): string {
    return JSON.stringify({
      type: twist.type ?? type,
      challenge: twist.challenge ?? challenge,
      origin: twist.origin ?? origin,
      crossOrigin: false,
    });
  }

  #head(rpId: string, flags: number, counter: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  }
}
