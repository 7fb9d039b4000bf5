import { type FormEvent, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Intervention } from "../../case/index.ts";
import type { ReportContents } from "../../show/index.ts";
import { useRun } from "../api.ts";
import { choose, usePlace } from "../place.ts";
import { changesIn, flagsOf } from "./change-address.ts";
import { SectionView } from "./contents.tsx";
import { RunPanel } from "./run-panel.tsx";

/** What a what-if says, as far as this page looks into it. */
interface WhatIfFound {
  readonly pairs: number;
  readonly alternatives: readonly { readonly name: string; readonly changes: readonly Intervention[] }[];
  readonly contents?: ReportContents;
}

/** Plays the scenario of the address beside the case as it is, and shows what differs. */
export function WhatIfAnswer() {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const changes = changesIn(chosen.get("changes"));
  const scenarios = (chosen.get("scenarios") ?? "").split(",").filter((id) => id !== "");
  const name = chosen.get("name") ?? "";
  const runs = Number(chosen.get("pairs") ?? 200);
  const options =
    changes.length === 0 && scenarios.length === 0
      ? undefined
      : {
          ...flagsOf(changes),
          ...(scenarios.length === 0 ? {} : { scenario: scenarios }),
          ...(name === "" ? {} : { name }),
          runs,
          contents: true,
        };
  const wish = JSON.stringify(options);
  // A link with play=1 is answered at once; after that every change waits for the button.
  const [played, setPlayed] = useState(chosen.get("play") === "1" ? wish : undefined);
  const asked = played === wish ? options : undefined;
  const run = useRun("whatif", asked);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [pairs, called] = [String(given.get("pairs")), String(given.get("name") ?? "").trim()];
    choose({ pairs, name: called, play: "1" });
    setPlayed(
      JSON.stringify({
        ...flagsOf(changes),
        ...(scenarios.length === 0 ? {} : { scenario: scenarios }),
        ...(called === "" ? {} : { name: called }),
        runs: Number(pairs),
        contents: true,
      }),
    );
  };
  const found = run.state?.outcome?.json as WhatIfFound | undefined;
  return (
    <section aria-labelledby="compare">
      <h2 id="compare">{t("whatif.compare")}</h2>
      <p>{t("whatif.compareLead")}</p>
      <form className="fields" onSubmit={submit}>
        <label>
          {t("whatif.name")}
          <input name="name" maxLength={80} defaultValue={name} />
        </label>
        <label>
          {t("whatif.pairs")}
          <input type="number" name="pairs" min={1} max={100000} required defaultValue={runs} />
        </label>
        <Button type="submit" isDisabled={options === undefined}>
          {t("whatif.play")}
        </Button>
      </form>
      <p role="status">
        {played !== undefined && options !== undefined && asked === undefined && t("whatif.again")}
        {asked !== undefined && found?.contents !== undefined && t("whatif.compared", { pairs: found.pairs })}
      </p>
      {asked !== undefined && found?.contents === undefined && <RunPanel {...run} />}
      {found?.contents?.sections.map((section) => (
        <SectionView key={section.id} section={section} />
      ))}
    </section>
  );
}
