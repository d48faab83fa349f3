import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** A port that nobody has at this moment: for what takes one by its number alone, and does not say which it has taken. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
