import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useCaseHash } from "../api.ts";
import type { PageProps } from "../app.tsx";
import { get } from "../client.ts";
import { ChangeForm } from "../parts/change-form.tsx";
import { Drivers } from "../parts/drivers.tsx";
import { InputSliders } from "../parts/input-sliders.tsx";
import { ScenarioCards } from "../parts/scenario-cards.tsx";
import { Sweeps } from "../parts/sweeps.tsx";
import { WhatIfAnswer } from "../parts/whatif-answer.tsx";
import "../whatif.css";

/** Change something, play the same futures again, and see what differs and why. */
export default function WhatIf({ answer }: PageProps) {
  const { t } = useTranslation();
  const hash = useCaseHash();
  const { data: can } = useQuery({
    queryKey: ["changes", hash],
    queryFn: () => get("/api/changes"),
    // The form stays while a changed case is read: what was said of the change must not go with it.
    placeholderData: (before) => before,
  });
  const { case: source } = answer;
  return (
    <>
      <h1>{t("page.whatif")}</h1>
      <p className="lead">{t("whatif.lead")}</p>
      {source === null || can === undefined ? (
        <p role="status">{t("loading")}</p>
      ) : (
        <>
          <ScenarioCards source={source} can={can} />
          <ChangeForm source={source} can={can} />
          <InputSliders source={source} can={can} />
          <WhatIfAnswer />
          <Drivers source={source} />
          <Sweeps source={source} can={can} />
        </>
      )}
    </>
  );
}
