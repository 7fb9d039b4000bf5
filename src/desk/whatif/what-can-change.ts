import type { Case, Folder } from "../../case/index.ts";
import { readScenarios } from "../../case/index.ts";
import { moveKinds, stageOf, uncertainInputs } from "../../simulate/index.ts";
import { knownNames } from "../open.ts";
import { inputInWords } from "../sensitivity/names.ts";
import { changeInWords } from "./in-words.ts";

/** What a form for a what-if offers beside what stands in the case itself. */
export interface WhatCanChange {
  readonly moves: readonly {
    readonly id: string;
    readonly name: string;
    /** What a move of this kind is about, for a form that names it; absent where nothing is. */
    readonly object?: "post" | "issue" | "arena" | "stage" | "territory" | "list";
  }[];
  /** Uncertain inputs of the case and of the engine: lowest, likeliest and highest value. */
  readonly inputs: readonly {
    readonly name: string;
    readonly text: string;
    readonly low: number;
    readonly likeliest: number;
    readonly high: number;
  }[];
  /** The case's own scenarios, with their changes in words. */
  readonly scenarios: readonly {
    readonly id: string;
    readonly name: string;
    readonly changes: readonly string[];
  }[];
}

/** Lists it. Inputs of the case come before defaults of the engine. */
export function whatCanChange(source: Case, folder: Folder): WhatCanChange {
  const { world } = stageOf(source);
  const inputs = [...uncertainInputs(world)].map(([name, [low, likeliest, high]]) => ({
    name,
    text: inputInWords(world, name),
    low,
    likeliest,
    high,
  }));
  const isDefault = (name: string): number => (name.startsWith("default ") ? 1 : 0);
  return {
    moves: moveKinds
      .map(({ id, name, object }) => ({ id, name, ...(object === undefined ? {} : { object }) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    inputs: inputs.sort((a, b) => isDefault(a.name) - isDefault(b.name)),
    scenarios: readScenarios(folder, source, knownNames).scenarios.map(({ id, name, changes }) => ({
      id,
      name,
      changes: changes.map((change) => changeInWords(world, change)),
    })),
  };
}
