import { lazy, Suspense, useCallback, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Case } from "../../case/index.ts";
import { addressOf, go } from "../place.ts";
import { languages, speak } from "../words/words.ts";
import { commandsOf } from "./commands.ts";
import { useShellKeys } from "./shell-keys.ts";
import { UndoRedo } from "./undo-redo.tsx";

// Both are fetched when they are first opened: the first page is small.
const Palette = lazy(() => import("./palette.tsx"));
const KeyboardMap = lazy(() => import("./keyboard-map.tsx"));

/** The top of every page: which case, undo and redo, find or do, light or dark, the language. */
export function TopBar({
  source,
  pages,
  theme,
  setTheme,
}: {
  readonly source: Case | null;
  readonly pages: readonly string[];
  readonly theme: string;
  readonly setTheme: (theme: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState<"palette" | "keyboard">();
  const [single, setSingle] = useState(localStorage.getItem("single-keys") !== "off");
  const palette = useCallback(() => setOpen("palette"), []);
  const keyboard = useCallback(() => setOpen("keyboard"), []);
  const page = useCallback((place: number) => go(addressOf(pages[place] ?? "overview")), [pages]);
  useShellKeys({ single, palette, keyboard, page });
  const close = useCallback(() => setOpen(undefined), []);
  const commands = (): ReturnType<typeof commandsOf> =>
    commandsOf(source, {
      pages: pages.map((id) => ({ id, name: t(`page.${id}`) })),
      words: (action) => t(`palette.actions.${action}`),
      setTheme,
      setLanguage: (id) => void speak(id),
      showKeys: keyboard,
    });
  return (
    <header className="top">
      <div>
        <strong className="brand">{t("name")}</strong>
        {source !== null && (
          <span className="case">
            <bdi>{source.head.title}</bdi> · {t("asOf", { date: source.head.as_of })}
          </span>
        )}
      </div>
      <div className="choices">
        <UndoRedo />
        <Button onPress={palette} aria-keyshortcuts="Control+K">
          {t("palette.open")} <kbd dir="ltr">Ctrl+K</kbd>
        </Button>
        <label>
          {t("theme")}{" "}
          <select value={theme} onChange={(event) => setTheme(event.target.value)}>
            {(["system", "light", "dark"] as const).map((id) => (
              <option key={id} value={id}>
                {t(`themes.${id}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t("language")}{" "}
          <select value={i18n.language} onChange={(event) => void speak(event.target.value)}>
            {languages.map(({ id, name }) => (
              <option key={id} value={id} lang={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Suspense fallback={null}>
        {open === "palette" && <Palette commands={commands()} onClose={close} />}
        {open === "keyboard" && (
          <KeyboardMap
            single={single}
            setSingle={(on) => {
              setSingle(on);
              localStorage.setItem("single-keys", on ? "on" : "off");
            }}
            onClose={close}
          />
        )}
      </Suspense>
    </header>
  );
}
