import { lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

const HelpPopover = lazy(() => import("./help-popover.tsx"));

/** A question mark beside the name of a measure: it says what that is, how it is worked out, and how sure it is. */
export function HelpMark({ measure, name }: { readonly measure: string; readonly name: string }) {
  const { t } = useTranslation();
  const mark = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={mark}
        type="button"
        className="help"
        data-measure={measure}
        aria-label={t("measure.about", { name })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <HelpPopover measure={measure} mark={mark} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
