import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import * as z from "zod";
import { type Guard, letIn, same } from "../guard.ts";

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tawazun</title>
<form method="post" action="/login"><label>Password of this workbench <input type="password" name="password" required autofocus></label> <button>Open</button></form>
`;

/** The way in: the printed link, or a password where one was set. */
export function loginRoutes(guard: Guard): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string" },
      (_request, body, done) => {
        done(null, Object.fromEntries(new URLSearchParams(String(body))));
      },
    );
    const tried = { config: { rateLimit: { max: 20, timeWindow: "1 minute" } } };
    app.get(
      "/login",
      { ...tried, schema: { hide: true, querystring: z.object({ t: z.string().optional() }) } },
      (request, reply) => {
        const { t } = request.query as { readonly t?: string };
        if (t !== undefined && same(t, guard.token)) {
          letIn(reply, guard);
          return reply.redirect("/");
        }
        if (guard.password !== undefined) return reply.type("text/html; charset=utf-8").send(PAGE);
        return reply
          .code(401)
          .type("text/plain; charset=utf-8")
          .send("This link is not that of the running workbench. Open the one that was printed last.\n");
      },
    );
    app.post(
      "/login",
      { ...tried, schema: { hide: true, body: z.object({ password: z.string() }) } },
      (request, reply) => {
        const { password } = request.body as { readonly password: string };
        if (guard.password === undefined || !same(password, guard.password)) {
          return reply.code(401).type("text/html; charset=utf-8").send(PAGE);
        }
        letIn(reply, guard);
        return reply.redirect("/", 303);
      },
    );
  };
}
