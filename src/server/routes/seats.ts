import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import { type SeatGame, seatsThatMove, sit } from "../../desk/index.ts";
import type { Store } from "../../run/index.ts";
import type { Files } from "../files.ts";

const start = z.object({
  as: z.array(z.string()).min(1).max(12).meta({ description: "ids of the actors in whose seats people sit" }),
  seed: z.string().max(200).default("tawazun"),
  months: z.number().int().min(1).max(240).default(12),
  policy: z.string().max(2000).default("strategic"),
  run: z.number().int().min(0).max(1_000_000).optional().meta({ description: "number of the future" }),
  from: z
    .number()
    .optional()
    .meta({ description: "day, as a step of the replay has it, until which the engine plays the seats too" }),
});
const place = z.object({ id: z.coerce.number().int().min(1) });
const choice = z.object({
  turn: z.number().int().min(0).meta({ description: "how many turns were over when it was chosen" }),
  option: z.number().int().min(-1).meta({ description: "number of an option, −1 for no move" }),
});
const back = z.object({ turn: z.number().int().min(0).meta({ description: "the turn to choose anew" }) });

/** Games of seats: who sits where, what they choose, and what comes of it. All that is kept is the choices. */
export function seatRoutes(files: Files, store: Store, now: () => string): FastifyPluginAsync {
  async function source() {
    const { source: found } = await files.checked();
    if (found === undefined) throw new TawazunError("server/case", "The files cannot be read as a case.");
    return found;
  }
  async function game(id: number): Promise<SeatGame & { readonly moved: boolean }> {
    const row = await store.selectFrom("seats").selectAll().where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw new TawazunError("server/file", "There is no such game.");
    return { ...(JSON.parse(row.game) as SeatGame), moved: row.case_hash !== (await source()).hash };
  }
  async function play(id: number, asked: SeatGame & { readonly moved: boolean }) {
    if (asked.moved) {
      throw new TawazunError(
        "server/conflict",
        "The case was edited since this game began; its turns would be others. Begin a new game.",
      );
    }
    const { moved: _, ...kept } = asked;
    const sitting = sit(await source(), kept);
    await store
      .updateTable("seats")
      .set({ game: JSON.stringify(kept), at: now() })
      .where("id", "=", id)
      .execute();
    return { id, game: kept, ...sitting };
  }
  return async (app: FastifyInstance) => {
    app.get(
      "/api/seats",
      { schema: { summary: "the seats that can be taken, and games so far" } },
      async () => {
        const rows = await store.selectFrom("seats").selectAll().orderBy("at", "desc").limit(50).execute();
        const found = await source();
        return {
          seats: seatsThatMove(found),
          games: rows.map(({ id, at, case_hash, game: text }) => ({
            id,
            at,
            moved: case_hash !== found.hash,
            game: JSON.parse(text) as SeatGame,
          })),
        };
      },
    );
    app.post(
      "/api/seats",
      { schema: { summary: "begins a game of seats", body: start } },
      async (request) => {
        const asked: SeatGame = { ...(request.body as z.infer<typeof start>), choices: [] };
        const found = await source();
        const sitting = sit(found, asked);
        const { id } = await store
          .insertInto("seats")
          .values({ at: now(), case_hash: found.hash, game: JSON.stringify(asked) })
          .returning("id")
          .executeTakeFirstOrThrow();
        return { id, game: asked, ...sitting };
      },
    );
    app.get(
      "/api/seats/:id",
      { schema: { summary: "how a game stands", params: place } },
      async (request) => {
        const { id } = request.params as z.infer<typeof place>;
        return play(id, await game(id));
      },
    );
    app.post(
      "/api/seats/:id/choose",
      { schema: { summary: "chooses at the present turn", params: place, body: choice } },
      async (request) => {
        const { id } = request.params as z.infer<typeof place>;
        const { turn, option } = request.body as z.infer<typeof choice>;
        const asked = await game(id);
        if (turn !== asked.choices.length) {
          throw new TawazunError("server/conflict", "This turn was chosen already, in another window.");
        }
        return play(id, { ...asked, choices: [...asked.choices, option] });
      },
    );
    app.post(
      "/api/seats/:id/back",
      { schema: { summary: "goes back to a turn, to choose anew from there", params: place, body: back } },
      async (request) => {
        const { id } = request.params as z.infer<typeof place>;
        const asked = await game(id);
        const { turn } = request.body as z.infer<typeof back>;
        return play(id, { ...asked, choices: asked.choices.slice(0, turn) });
      },
    );
  };
}
