import { type ReactNode, useMemo } from "react";
import type { ReportContents } from "../../show/index.ts";
import { placesOf } from "./report-places.ts";
import { PageOf } from "./words-view.tsx";

/** Lets the links of a report lead to the pages of the workbench on which it stands. */
export function ReportLinks({
  contents,
  children,
}: {
  readonly contents: ReportContents;
  readonly children: ReactNode;
}) {
  const pageOf = useMemo(() => {
    const places = placesOf(contents);
    return (id: string): string | undefined => places.get(id);
  }, [contents]);
  return <PageOf value={pageOf}>{children}</PageOf>;
}
