import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { turnEdit } from "../client.ts";

/** What the shell lets other parts ask for. */
const UNDO = "tawazun-undo";

/** Asks the shell to take back the last edit, or to make it again. */
export function askUndo(which: "undo" | "redo"): void {
  dispatchEvent(new CustomEvent(UNDO, { detail: which }));
}

/** Takes back the last edit of the case's files, or makes it again: by button, or by Ctrl+Z outside inputs, on any page. */
export function UndoRedo() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [said, setSaid] = useState("");
  const turn = useCallback(
    async (which: "undo" | "redo") => {
      try {
        const { files } = await turnEdit(which);
        setSaid(t(`edit.${which === "undo" ? "undone" : "redone"}`, { file: files.join(", ") }));
        await client.invalidateQueries({ queryKey: ["edits"] });
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
    const asked = (event: Event): void => void turn((event as CustomEvent<"undo" | "redo">).detail);
    addEventListener("keydown", press);
    addEventListener(UNDO, asked);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener(UNDO, asked);
    };
  }, [turn]);
  return (
    <span className="undo">
      <Button onPress={() => void turn("undo")} aria-keyshortcuts="Control+Z">
        {t("edit.undo")}
      </Button>{" "}
      <Button onPress={() => void turn("redo")} aria-keyshortcuts="Control+Shift+Z">
        {t("edit.redo")}
      </Button>{" "}
      <span role="status">{said}</span>
    </span>
  );
}
