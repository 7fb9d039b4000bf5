import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const COOKIE = "tawazun";

/** Who may speak to the server. */
export interface Guard {
  /** Stands in the printed link; whoever opens it is let in by a cookie. */
  readonly token: string;
  /** Hosts, with their port, under which the server answers. */
  readonly hosts: () => readonly string[];
  /** Asked for instead of the token where the server listens on other addresses. */
  readonly password?: string | undefined;
}

/** 256 bits of chance, for a link. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * Lets in only requests that name this machine by its address, come from its own pages, and carry the token.
 *
 * A page elsewhere that reaches the port under a name of its own (DNS rebinding) gets 421; one that posts from another
 * origin gets 403; whoever has no cookie and no bearer token gets 401.
 */
export function guardAll(app: FastifyInstance, guard: Guard): void {
  app.addHook("onRequest", async (request, reply) => {
    const { host, origin, authorization } = request.headers;
    if (!guard.hosts().includes(host ?? "")) {
      return reply
        .code(421)
        .send({ code: "server/host", message: `This server is not ${host ?? "nameless"}.` });
    }
    const site = request.headers["sec-fetch-site"];
    // a proxy before this server may speak TLS for it
    const own = guard.hosts().flatMap((known) => [`http://${known}`, `https://${known}`]);
    const foreign = origin !== undefined && !own.includes(origin);
    if (request.method !== "GET" && request.method !== "HEAD") {
      if (foreign || site === "cross-site" || site === "same-site") {
        return reply
          .code(403)
          .send({ code: "server/origin", message: "This request comes from another page." });
      }
    }
    if (request.url.startsWith("/login")) return undefined;
    const bearer = authorization?.startsWith("Bearer ") ? authorization.slice(7) : undefined;
    if (!same(request.cookies[COOKIE] ?? bearer ?? "", guard.token)) return refuse(request, reply, guard);
    return undefined;
  });
}

/** Whether a token or password is the right one; the time it takes tells nothing. */
export function same(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}

/** Lets a browser in from now on. */
export function letIn(reply: FastifyReply, guard: Guard): void {
  reply.setCookie(COOKIE, guard.token, { path: "/", httpOnly: true, sameSite: "strict" });
}

function refuse(request: FastifyRequest, reply: FastifyReply, guard: Guard): FastifyReply {
  const wantsPage = (request.headers.accept ?? "").includes("text/html");
  if (wantsPage && guard.password !== undefined) return reply.redirect("/login");
  const message = "Open the link that was printed when the workbench started; it lets this browser in.";
  if (wantsPage) return reply.code(401).type("text/plain; charset=utf-8").send(`${message}\n`);
  return reply.code(401).send({ code: "server/token", message });
}
