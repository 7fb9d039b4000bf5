import { TawazunError } from "../base/index.ts";
import type { Case } from "../case/index.ts";
import {
  type Ensemble,
  type Executor,
  ensembleOf,
  type Plan,
  savedEnsemble,
  saveEnsemble,
  takeIn,
} from "../forecast/index.ts";
import { RUNS_PER_DRAW, type Scenario, type World } from "../simulate/index.ts";
import { refuseCaseFolder } from "./not-a-case.ts";
import { shardsOf } from "./shards.ts";
import type { Lent } from "./verb.ts";

const PLAN: Plan = { questions: [], outcomes: [], detail: true };

/** File in the folder of a play that can be taken up again. */
const FILE = "play.json";

/** After so many futures what is done is written down. */
const SAVED_EVERY = 80 * RUNS_PER_DRAW;

export interface EnsembleRun {
  readonly ensemble: Ensemble;
  /** Futures that an earlier play had left in the folder. */
  readonly before: number;
  readonly stopped: boolean;
  /** Why it ended before its time, other than by the user: what is done is given all the same. */
  readonly trouble?: TawazunError;
}

/**
 * Plays futures and sums them up as they come, in memory that does not grow with their number.
 *
 * @param options.folder where what is done is written down as it goes; a play that was stopped there is taken up again.
 * @remarks A full disk ends the play: what was written down stays, what was played since is in the result.
 */
export async function playEnsemble(
  lent: Lent,
  source: Case,
  world: World,
  scenario: Scenario,
  executor: Executor,
  options: { readonly runs: number; readonly folder?: string | undefined },
): Promise<EnsembleRun> {
  const { runs, folder } = options;
  const of = playedOf(lent.version, source, scenario, runs);
  if (folder !== undefined) {
    await refuseCaseFolder(lent, folder, "--resume");
    await lent.canWrite(folder);
  }
  const kept =
    folder === undefined ? undefined : await lent.readText(`${folder}/${FILE}`).catch(() => undefined);
  const ensemble = kept === undefined ? ensembleOf(world, scenario.months, runs) : savedEnsemble(kept, of);
  const before = ensemble.runs;
  let saved = before;
  let trouble: TawazunError | undefined;
  const save = async (): Promise<void> => {
    if (folder === undefined || saved === ensemble.runs) return;
    const text = saveEnsemble(ensemble, of);
    await lent.writeFiles(folder, new Map([[FILE, new TextEncoder().encode(text)]]));
    saved = ensemble.runs;
  };
  const shards = shardsOf(scenario, PLAN, runs).filter((shard) => shard.from >= before);
  try {
    await executor.stream(
      source,
      shards,
      async (observations) => {
        takeIn(ensemble, observations);
        if (ensemble.runs - saved >= SAVED_EVERY) await save();
      },
      {
        signal: lent.signal,
        onRuns: (done) =>
          lent.onProgress?.({
            done: before + done,
            total: runs,
            doing: `playing ${runs} futures of ${scenario.months} months`,
          }),
      },
    );
    await save();
  } catch (error) {
    const known = error instanceof TawazunError && /^(file|run)\//.test(error.code);
    if (!known || ensemble.runs === 0) throw error;
    trouble = error;
    // where a worker was the trouble the disk may still take what is done
    if (!error.code.startsWith("file/")) await save().catch(() => undefined);
  }
  return {
    ensemble,
    before,
    stopped: lent.signal?.aborted ?? false,
    ...(trouble === undefined ? {} : { trouble }),
  };
}

/** All that the futures of a play depend on, by the words in which a difference is told. */
function playedOf(version: string, source: Case, scenario: Scenario, runs: number) {
  const { seed, months, policy, policies, behaviour, ...rest } = scenario;
  return {
    "version of the engine": version,
    case: source,
    "number of futures": runs,
    seed,
    months,
    policy: [policy, policies],
    "coefficients of behaviour": behaviour,
    scenario: rest,
  };
}
