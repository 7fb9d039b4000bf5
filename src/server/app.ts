import { existsSync } from "node:fs";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import { fastifySSE as sse } from "@fastify/sse";
import files from "@fastify/static";
import swagger from "@fastify/swagger";
import fastify, { type FastifyInstance } from "fastify";
import { jsonSchemaTransform, validatorCompiler } from "fastify-type-provider-zod";
import { TawazunError } from "../base/index.ts";
import type { Store } from "../run/index.ts";
import { caseFiles } from "./files.ts";
import { type Guard, guardAll } from "./guard.ts";
import { jobs } from "./jobs.ts";
import { caseRoutes } from "./routes/case.ts";
import { newCaseRoutes, type OpenBeside } from "./routes/cases.ts";
import { changeRoutes } from "./routes/changes.ts";
import { exportRoutes } from "./routes/export.ts";
import { fileRoutes } from "./routes/files.ts";
import { loginRoutes } from "./routes/login.ts";
import { mergeRoutes } from "./routes/merge.ts";
import { registerRoutes } from "./routes/register.ts";
import { runRoutes } from "./routes/runs.ts";
import { seatRoutes } from "./routes/seats.ts";
import { LARGEST_REQUEST } from "./writable.ts";

export interface AppOptions {
  /** Folder of the case. */
  readonly folder: string;
  readonly store: Store;
  /** Names this workbench among those that share the store; default: it has it alone. */
  readonly scope?: string | undefined;
  readonly guard: Guard;
  readonly version: string;
  /** A report.json that was written before: if it is of this case and engine, it is not made again. */
  readonly known?: string | undefined;
  /** The report.html beside it, for its pictures. */
  readonly knownPage?: string | undefined;
  /** Opens a case that was made from here; absent where others may reach the workbench: then none is made. */
  readonly openBeside?: OpenBeside | undefined;
  /** Folder of the built pages; without it only the API is served. */
  readonly pages?: string | undefined;
}

const STATUS: { readonly [code: string]: number } = {
  "server/verb": 404,
  "server/file": 404,
  "server/alone": 403,
  "server/exists": 409,
  "server/conflict": 409,
  "server/nothing": 409,
  "server/findings": 422,
  "server/too-large": 413,
};

/** The server of a workbench: the desk's verbs over HTTP, the case's files, and the built pages. */
export async function workbench(options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: LARGEST_REQUEST, forceCloseConnections: true });
  try {
    await furnish(app, options);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function furnish(app: FastifyInstance, options: AppOptions): Promise<void> {
  const { folder, store, scope, guard, version, pages, known, knownPage, openBeside } = options;
  const now = () => new Date().toISOString();
  app.setValidatorCompiler(validatorCompiler);
  // The schemas of answers describe; they are sent as they are.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer));
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, _request, reply) => {
    if (error instanceof TawazunError) {
      return reply.code(STATUS[error.code] ?? 400).send({ code: error.code, message: error.message });
    }
    const status = error.statusCode ?? 500;
    const large = `That is too much at once: a request holds at most ${LARGEST_REQUEST / 1024 / 1024} MB.`;
    const said = error.code === "FST_ERR_CTP_BODY_TOO_LARGE" ? large : error.message;
    const message = status < 500 ? said : "Something went wrong that should not have.";
    if (status >= 500) process.stderr.write(`${error.stack ?? error.message}\n`);
    return reply.code(status).send({ code: error.code ?? "server/error", message });
  });
  await app.register(cookie);
  guardAll(app, guard);
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        workerSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: "no-referrer" },
  });
  await app.register(rateLimit, { max: 60_000, timeWindow: "1 minute" });
  await app.register(sse, { heartbeatInterval: 15_000 });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Tawazun workbench",
        version,
        description:
          "The desk's verbs over one case, its files, and what can be taken away. Made from the verbs' own schemas.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      components: {
        securitySchemes: {
          token: { type: "http", scheme: "bearer", description: "The token of the printed link." },
          cookie: { type: "apiKey", in: "cookie", name: "tawazun" },
        },
      },
      security: [{ token: [] }, { cookie: [] }],
    },
    transform: jsonSchemaTransform,
  });

  const kept = caseFiles(folder, store, now, scope);
  const work = jobs({
    folder,
    store,
    scope,
    version,
    caseHash: () => kept.hash(),
    sourceHash: async () => (await kept.checked()).source?.hash,
    now,
  });
  app.addHook("onClose", async () => {
    kept.close();
    await work.close();
  });
  await app.register(loginRoutes(guard));
  await app.register(caseRoutes(kept, version));
  await app.register(fileRoutes(kept));
  await app.register(runRoutes(work));
  await app.register(seatRoutes(kept, store, now));
  await app.register(registerRoutes(folder, kept, work));
  await app.register(changeRoutes(kept, version));
  await app.register(mergeRoutes(kept));
  await app.register(newCaseRoutes(folder, openBeside));
  await app.register(exportRoutes(folder, kept, work));
  app.get("/api/openapi.json", { schema: { hide: true } }, () => app.swagger());
  if (pages !== undefined && existsSync(pages)) {
    await app.register(files, {
      root: pages,
      wildcard: false,
      preCompressed: true,
      // Names of assets change with what is in them; the first page's name never does.
      setHeaders(reply, path) {
        const named = /[\\/]assets[\\/]/.test(path);
        reply.header("cache-control", named ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
    // Pages of the workbench are paths of one page.
    app.setNotFoundHandler((request, reply) => {
      const page = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
      if (page && !request.url.startsWith("/api/")) return reply.sendFile("index.html");
      return reply.code(404).send({ code: "server/route", message: `There is nothing at ${request.url}.` });
    });
  }
  app.addHook("onReady", async () => {
    await kept.edits.recover();
    if (known !== undefined) await work.know(known, knownPage);
    await work.resume();
  });
}
