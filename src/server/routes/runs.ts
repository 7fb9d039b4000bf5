import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import type { RunState } from "../../desk/index.ts";
import { refusal, runState } from "../answers.ts";
import type { Jobs } from "../jobs.ts";
import { served } from "../served.ts";

const anew = z.boolean().default(false).meta({
  description: "carries it out though it is known, such as a sweep that goes on where its time was spent",
});
const body = z.object({ options: z.record(z.string(), z.unknown()).default({}), anew });
const told = { 200: runState, 400: refusal, 404: refusal };
const verb = z.object({ verb: z.string() });
const place = z.object({ key: z.string().regex(/^[0-9a-f]{32}$/) });

/** Runs: ask, follow, stop. */
export function runRoutes(jobs: Jobs): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    // Each verb by its own name, so that its form stands in the description of the API. The desk itself checks what
    // it is given, and says in its own words what is wrong.
    for (const { id, summary, details, form } of served) {
      app.post(
        `/api/ask/${id}`,
        {
          validatorCompiler: () => () => true,
          schema: {
            operationId: id,
            tags: ["verbs"],
            summary,
            description: details,
            body: z.object({ options: form.optional(), anew }),
            response: told,
          },
        },
        (request) => {
          const asked = request.body as Partial<z.infer<typeof body>> | null;
          return jobs.ask(id, asked?.options ?? {}, asked?.anew === true);
        },
      );
    }
    app.post(
      "/api/ask/:verb",
      {
        schema: {
          summary: "asks for a run; one that is known is answered at once",
          params: verb,
          body,
          response: told,
        },
      },
      (request) => {
        const { options, anew } = request.body as z.infer<typeof body>;
        return jobs.ask((request.params as z.infer<typeof verb>).verb, options, anew);
      },
    );
    app.post(
      "/api/known/:verb",
      {
        schema: {
          summary: "a run that was asked for before, without what it found; nothing is begun",
          params: verb,
          body,
          response: { 200: z.object({ run: runState.nullable() }), 404: refusal },
        },
      },
      async (request) => {
        const { options } = request.body as z.infer<typeof body>;
        return { run: (await jobs.known((request.params as z.infer<typeof verb>).verb, options)) ?? null };
      },
    );
    app.get(
      "/api/runs",
      {
        schema: {
          summary: "the runs so far, newest first, without what they found",
          response: { 200: z.array(runState) },
        },
      },
      () => jobs.list(),
    );
    app.get(
      "/api/runs/:key",
      { schema: { summary: "one run with what it found", params: place, response: told } },
      async (request) => known(await jobs.state((request.params as z.infer<typeof place>).key)),
    );
    app.delete(
      "/api/runs/:key",
      {
        schema: {
          summary: "stops a run; what is done is kept",
          params: place,
          response: { 200: z.object({ stopped: z.boolean() }) },
        },
      },
      async (request) => ({
        stopped: await jobs.stop((request.params as z.infer<typeof place>).key),
      }),
    );
    app.get(
      "/api/runs/:key/progress",
      { sse: "only", schema: { summary: "how far a run is, until it ends", params: place } },
      async (request, reply) => {
        const { key } = request.params as z.infer<typeof place>;
        const first = known(await jobs.state(key));
        const ended = (state: RunState) => state.state !== "waiting" && state.state !== "running";
        let sent = Promise.resolve();
        const send = (state: RunState): void => {
          const { outcome: _outcome, ...rest } = state;
          sent = sent.then(() => reply.sse.send({ event: "run", data: rest })).catch(() => undefined);
          if (ended(state)) void sent.then(() => reply.sse.close());
        };
        const leave = jobs.watch(key, send);
        reply.sse.onClose(leave);
        reply.sse.keepAlive();
        send(first);
        await sent;
      },
    );
  };
}

function known(state: RunState | undefined): RunState {
  if (state === undefined) throw new TawazunError("server/file", "There is no such run.");
  return state;
}
