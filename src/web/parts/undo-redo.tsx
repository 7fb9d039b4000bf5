import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { call } from "../api.ts";

/** Takes back the last edit of the case's files, or makes it again: by button, or by Ctrl+Z outside inputs. */
export function UndoRedo() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [said, setSaid] = useState("");
  const turn = useCallback(
    async (which: "undo" | "redo") => {
      try {
        const { file } = await call<{ readonly file: string }>(`/api/${which}`, "POST");
        setSaid(t(`edit.${which}ne`, { file }));
        await client.invalidateQueries({ queryKey: ["case"] });
      } catch (problem) {
        setSaid(problem instanceof Error ? problem.message : String(problem));
      }
    },
    [client, t],
  );
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const inField = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || inField) return;
      event.preventDefault();
      void turn(event.shiftKey ? "redo" : "undo");
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [turn]);
  return (
    <div className="undo">
      <Button onPress={() => void turn("undo")} aria-keyshortcuts="Control+Z">
        {t("edit.undo")}
      </Button>
      <Button onPress={() => void turn("redo")} aria-keyshortcuts="Control+Shift+Z">
        {t("edit.redo")}
      </Button>
      <span role="status">{said}</span>
    </div>
  );
}
