import { once } from "node:events";
import { request as ask } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";

/** The name that the certificate is for. Nobody trusts it but a test. */
export const PROXIED_HOST = "consult.example";

export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBpjCCAU2gAwIBAgIUHqZHxLuTM5F3+61d090Y856C5uQwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPY29uc3VsdC5leGFtcGxlMCAXDTI2MTEyOTAyNDQyNloYDzIx
MjYxMTA1MDI0NDI2WjAaMRgwFgYDVQQDDA9jb25zdWx0LmV4YW1wbGUwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAAQcAXp6EyIimTtjeRj2BBGPdsXMf68Yp4v52Zmo
yqTDlXUyo9Lq330ajwMFiBacQJIdP1HmCacvScnMK+C8n9oDo28wbTAdBgNVHQ4E
FgQUFxK+0WbJ35VQNqtL9oE6y5w4fPwwHwYDVR0jBBgwFoAUFxK+0WbJ35VQNqtL
9oE6y5w4fPwwDwYDVR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgg9jb25zdWx0LmV4
YW1wbGUwCgYIKoZIzj0EAwIDRwAwRAIgU9XwKiBglcpBw4TT0NkbXTNqrTscQiJy
fOC9zI+rZWoCIE0BekZCZM++WV136yhHs6saui8ngAIasfCixwVDuxty
-----END CERTIFICATE-----`;

// For tests alone: it is in everybody's hands.
export const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgT64Fx8spYpIfq9sp
JMDpmm+UrS2biq+7uQTkCHezChehRANCAAQcAXp6EyIimTtjeRj2BBGPdsXMf68Y
p4v52ZmoyqTDlXUyo9Lq330ajwMFiBacQJIdP1HmCacvScnMK+C8n9oD
-----END PRIVATE KEY-----`;

/** A proxy that ends TLS in front of a server, and says so in the usual headers. */
export async function tlsProxy(): Promise<{
  port: number;
  leadTo: (url: string) => void;
  close: () => void;
}> {
  let target = "";
  const server = createServer({ cert: CERTIFICATE, key: KEY }, (incoming, outgoing) => {
    const { host = "" } = incoming.headers;
    const headers = {
      ...incoming.headers,
      // As nginx does by default: the server is asked by its own name.
      host: new URL(target).host,
      "x-forwarded-proto": "https",
      "x-forwarded-host": host,
      "x-forwarded-for": incoming.socket.remoteAddress,
    };
    const onward = ask(target + incoming.url, { method: incoming.method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (url) => (target = url),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
