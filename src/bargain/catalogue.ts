import { plainMean, plainMedian, salienceMean, salienceMedian } from "./averages.ts";
import { compromiseMean } from "./compromise-mean.ts";
import { exchangeModel } from "./exchange/model.ts";
import {
  expectedUtilityNearest,
  expectedUtilityPooled,
  expectedUtilityStandoff,
  expectedUtilityStrongest,
} from "./expected-utility/models.ts";
import { focalCompromise } from "./focal/model.ts";
import type { BargainingModel } from "./model.ts";
import { nashBargaining } from "./nash/nash-bargaining.ts";
import { unknownId } from "./problem.ts";
import { spatialModel } from "./spatial/model.ts";
import { weightedMedian } from "./weighted-median.ts";

/** Every bargaining model; the first is the default. */
export const bargainingModels: readonly BargainingModel[] = [
  compromiseMean,
  weightedMedian,
  plainMean,
  salienceMean,
  plainMedian,
  salienceMedian,
  nashBargaining,
  expectedUtilityPooled,
  expectedUtilityStrongest,
  expectedUtilityNearest,
  expectedUtilityStandoff,
  spatialModel,
  exchangeModel,
  focalCompromise,
];

/**
 * The bargaining model with an id.
 *
 * @throws {TawazunError} `bargain/model` if there is none; the message names the near miss.
 * @example
 * ```ts
 * import { bargainingModel } from "tawazun/bargain";
 * bargainingModel("compromise-mean").name; //=> "Compromise mean"
 * ```
 */
export function bargainingModel(id: string): BargainingModel {
  const model = bargainingModels.find((one) => one.id === id);
  if (model === undefined) {
    const ids = bargainingModels.map((one) => one.id);
    throw unknownId("bargain/model", "bargaining model", id, ids);
  }
  return model;
}
