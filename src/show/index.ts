export { escapeText } from "./draw/markup.ts";
export { chosenColours } from "./draw/theme.ts";
export { type Citation, type Picture, type PictureOptions, standalone } from "./picture.ts";
export {
  type CalibrationBin,
  type CalibrationData,
  calibration,
} from "./pictures/calibration.ts";
export { type CoefficientsData, coefficientPlot, type Estimate } from "./pictures/coefficients.ts";
export { type Coupling, type CouplingData, coupling } from "./pictures/coupling.ts";
export { type DotPoint, type DotsData, dots } from "./pictures/dots.ts";
export { type ClaimEffect, type EffectsData, effectInWords, effects } from "./pictures/effects.ts";
export { type FanData, type FanPanel, type FanPoint, fan } from "./pictures/fan.ts";
export { type HemicycleData, hemicycle, type SeatList } from "./pictures/hemicycle.ts";
export { network } from "./pictures/network.ts";
export type { NetworkData, NetworkNode, NetworkTie } from "./pictures/network-ties.ts";
export {
  type ProbabilitiesData,
  probabilities,
  type QuestionAnswer,
} from "./pictures/probabilities.ts";
export { type RouteLine, type RouteStage, type RoutesData, routes } from "./pictures/routes.ts";
export { type SharesData, stackedShares } from "./pictures/shares.ts";
export { type TimelineData, type TimelineEvent, timeline } from "./pictures/timeline.ts";
export { type TornadoData, type TornadoInput, tornado } from "./pictures/tornado.ts";
export { type MonthCount, type ViolenceData, violence } from "./pictures/violence.ts";
export { bibliography } from "./report/bibliography.ts";
export {
  type Baseline,
  type Callout,
  type Definition,
  type Head,
  type Interval,
  type Items,
  type Narrative,
  type NumberFact,
  type Paragraph,
  type Part,
  type Prose,
  type ReportContents,
  SECTIONS,
  type Section,
  type SectionId,
  type Subheading,
} from "./report/contents.ts";
export { type FactRow, factRows } from "./report/fact-rows.ts";
export { howSure, unitText, valueText } from "./report/fact-words.ts";
export { anchorId } from "./report/link.ts";
export { type Report, report } from "./report/report.ts";
export { sourceText } from "./report/source-text.ts";
export { dateInWords, monthName, shortDate } from "./say/date.ts";
export { number, oneIn, percent, range, signed } from "./say/number.ts";
export {
  capital,
  firstOf,
  listOf,
  PROBABILITY_WORDS,
  PROBABILITY_WORDS_SOURCE,
  type ProbabilityWords,
  plural,
  probabilityInWords,
} from "./say/words.ts";
export { type SummaryOptions, summary } from "./summary.ts";
export { csv } from "./tables/csv.ts";
export { escapeLatex, tableLatex } from "./tables/latex.ts";
export { tableMarkdown } from "./tables/markdown.ts";
export { tablePlain } from "./tables/plain.ts";
export {
  alignOf,
  type Cell,
  type Column,
  heading,
  type Link,
  type Row,
  shown,
  type Table,
  table,
} from "./tables/table.ts";
