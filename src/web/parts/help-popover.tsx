import type { RefObject } from "react";
import { Dialog, Heading, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { cite } from "../../base/index.ts";
import { measureFacts } from "../../desk/index.ts";

/** What a reader must know of a measure: what it is, its range, formula, sources, and how sure it is. */
export default function HelpPopover({
  measure,
  mark,
  onClose,
}: {
  readonly measure: string;
  readonly mark: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const facts = measureFacts(measure);
  return (
    <Popover
      className="help-popover"
      triggerRef={mark}
      isOpen
      onOpenChange={(open) => open || onClose()}
      placement="bottom start"
      containerPadding={8}
    >
      <Dialog>
        {/* The engine writes English: so it is read, aloud too, on a page of any language. */}
        <Heading slot="title" level={2} lang="en" dir="ltr">
          {facts.name}
        </Heading>
        <p lang="en" dir="ltr">
          {facts.says}
        </p>
        <dl>
          <dt>{t("measure.range")}</dt>
          <dd lang="en" dir="ltr">
            {facts.range}
          </dd>
          <dt>{t("measure.formula")}</dt>
          <dd lang="en" dir="ltr" className="formula">
            {facts.formula}
          </dd>
          <dt>{t("measure.sure")}</dt>
          <dd lang="en" dir="ltr">
            {facts.sure}
          </dd>
          <dt>{t("measure.sources")}</dt>
          <dd lang="en" dir="ltr">
            {facts.sources.length === 0 ? (
              <span lang={document.documentElement.lang} dir={document.documentElement.dir}>
                {t("measure.ours")}
              </span>
            ) : (
              <ul>
                {facts.sources.map((source) => (
                  <li key={`${source.ref} ${source.at}`}>{cite(source)}</li>
                ))}
              </ul>
            )}
          </dd>
          <dt>{t("measure.more")}</dt>
          <dd dir="ltr">
            <code>{facts.page}</code>
          </dd>
        </dl>
      </Dialog>
    </Popover>
  );
}
