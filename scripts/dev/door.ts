import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { join } from "node:path";
import { addressOf, listenWith } from "../../functions/local/serve.ts";

const SCRIPT = "/__dev/reload.js";
const EVENTS = "/__dev/events";

/** The one address that browsers use, whichever app stands behind it at the moment. */
export interface Door {
  url: string;
  /** From now on requests wait for the next app, or for the reason why there is none. */
  hold(): void;
  /** Requests go to that app, and open pages load again. */
  lead(app: string): void;
  /** Open pages show it; requests go on to the app where there is one, else they are answered with it. */
  fail(fault: string): void;
  /** What open pages showed is no longer so, and they are as new as can be. */
  clear(): void;
  close(): void;
}

/** Listens, and lets requests wait until `lead` or `fail` is called. Throws when it cannot listen. */
export async function openDoor(port: number, host: string): Promise<Door> {
  const reloadScript = await readFile(join(import.meta.dirname, "reload.js"));
  let app: string | undefined;
  let fault: string | null = null;
  let build = randomUUID();
  const listeners = new Set<ServerResponse>();
  const waiting = new Set<() => void>();
  const tag = () => `<script src="${SCRIPT}?build=${build}"></script>`;

  const server = createServer((asked, answer) => {
    const path = asked.url?.split("?")[0];
    if (path === EVENTS) return listenIn(answer);
    if (path === SCRIPT) {
      answer.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-store" });
      return answer.end(reloadScript);
    }
    if (app !== undefined) return pass(asked, answer, app);
    if (fault !== null) return answerFault(answer, fault);
    waiting.add(() => {
      if (app === undefined) answerFault(answer, fault ?? "");
      else pass(asked, answer, app);
    });
  });
  await listenWith(server, port, host);

  function listenIn(answer: ServerResponse): void {
    answer.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    listeners.add(answer);
    answer.once("close", () => listeners.delete(answer));
    tell(answer);
  }

  function tell(listener: ServerResponse): void {
    listener.write(`event: state\ndata: ${JSON.stringify({ build, fault })}\n\n`);
  }

  function changed(): void {
    for (const go of waiting) go();
    waiting.clear();
    listeners.forEach(tell);
  }

  /** Hands a request on and the answer back; a page gets our script after its last byte. */
  function pass(asked: IncomingMessage, answer: ServerResponse, to: string): void {
    const headers = { ...asked.headers };
    // A page is sent whole and as it is: not compressed, and not the one that the browser kept.
    for (const name of ["accept-encoding", "if-none-match", "if-modified-since"]) {
      delete headers[name];
    }
    const onward = request(to + asked.url, { method: asked.method, headers }, (got) => {
      const isPage = got.headers["content-type"]?.startsWith("text/html") === true;
      if (isPage) {
        delete got.headers["content-length"];
        got.headers["cache-control"] = "no-store";
      }
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer, { end: !isPage });
      if (isPage) got.once("end", () => answer.end(asked.method === "HEAD" ? undefined : tag()));
      got.once("error", () => answer.destroy());
    });
    onward.once("error", (cause) => {
      if (answer.headersSent) answer.destroy();
      else answerFault(answer, fault ?? `The app does not answer: ${cause.message}`);
    });
    answer.once("close", () => onward.destroy());
    asked.pipe(onward);
  }

  function answerFault(answer: ServerResponse, text: string): void {
    answer.writeHead(503, { "Content-Type": "text/html; charset=utf-8" });
    const plain = `<noscript><pre>${escape(text)}</pre></noscript>`;
    answer.end(`<!doctype html><title>Kenes</title><body>${plain}${tag()}`);
  }

  return {
    url: addressOf(server),
    hold() {
      app = undefined;
      fault = null;
    },
    lead(to) {
      app = to;
      fault = null;
      build = randomUUID();
      changed();
    },
    fail(text) {
      fault = text;
      changed();
    },
    clear() {
      fault = null;
      changed();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
