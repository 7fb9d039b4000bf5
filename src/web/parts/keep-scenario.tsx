import { useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { WhatCanChange } from "../../desk/index.ts";
import { call } from "../api.ts";
import { choose, usePlace } from "../place.ts";
import { useAttempt, WhatCame } from "./attempt.tsx";
import { type Change, flagsOf } from "./change-address.ts";
import { idFor } from "./id-for.ts";

/** Keeps the changes that stand on the page as a scenario of the case: a file that can be read, mended and undone. */
export function KeepScenario({
  changes,
  can,
}: {
  readonly changes: readonly Change[];
  readonly can: WhatCanChange;
}) {
  const { t } = useTranslation();
  const { chosen } = usePlace();
  const client = useQueryClient();
  const { came, busy, attempt } = useAttempt();
  const keep = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("kept") ?? "").trim();
    await attempt(async () => {
      const { scenarioFile } = await import("./scenario-text.ts");
      const id = idFor(name, "scenario", new Set(can.scenarios.map((scenario) => scenario.id)));
      const text = scenarioFile(name, flagsOf(changes));
      await call(`/api/files/${encodeURIComponent(`scenarios/${id}.yaml`)}`, "PUT", { text });
      await client.invalidateQueries({ queryKey: ["case"] });
      const picked = (chosen.get("scenarios") ?? "").split(",").filter((one) => one !== "");
      choose({ changes: undefined, scenarios: [...picked, id].join(",") });
      return t("whatif.keep.done", { file: `scenarios/${id}.yaml` });
    });
  };
  return (
    <>
      {changes.length > 0 && (
        <form className="fields" onSubmit={(event) => void keep(event)}>
          <label>
            {t("whatif.keep.name")}
            <input name="kept" required maxLength={120} />
          </label>
          <Button type="submit" isDisabled={busy}>
            {t("whatif.keep.it")}
          </Button>
        </form>
      )}
      <WhatCame {...came} />
    </>
  );
}
