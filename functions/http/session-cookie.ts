/** A cookie that gives rights: what it holds exists nowhere else, and no script reads it. */
export interface SessionCookie {
  /** As it is set on a browser that asks. */
  set(request: Request, token: string): string;
  /** As it is taken away again. */
  clear(request: Request): string;
  /** The token that a browser sends along; `undefined` when there is none, or more than one. */
  tokenOf(request: Request): string | undefined;
}

/** A session's cookie under a name of ours. */
export function sessionCookie(name: string): SessionCookie {
  // Over HTTPS the name itself makes the browser refuse a cookie that another host or a path has set.
  const nameFor = (request: Request): string => (isHttps(request) ? `__Host-${name}` : name);
  const cookie = (request: Request, token: string, more = ""): string =>
    `${nameFor(request)}=${token}; Path=/; HttpOnly; SameSite=Strict${isHttps(request) ? "; Secure" : ""}${more}`;
  return {
    set: cookie,
    clear: (request) => cookie(request, "", "; Max-Age=0"),
    tokenOf(request) {
      const begin = `${nameFor(request)}=`;
      const pairs = (request.headers.get("Cookie") ?? "").split(";").map((pair) => pair.trim());
      const tokens = pairs
        .filter((pair) => pair.startsWith(begin))
        .map((pair) => pair.slice(begin.length));
      // Two cookies of the name: one of them is not ours, and nobody can say which.
      return tokens.length === 1 && tokens[0] !== "" ? tokens[0] : undefined;
    },
  };
}

const isHttps = (request: Request): boolean => new URL(request.url).protocol === "https:";

/** Passwords or not, a cookie that gives rights goes over no open network. */
export function isSecure(request: Request): boolean {
  const { protocol, hostname } = new URL(request.url);
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}
