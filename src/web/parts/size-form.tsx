import { type FormEvent, useId } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { choose } from "../place.ts";
import { type ReportSize, useReport } from "./report.tsx";

/** How many futures, from which seed, how far: the address holds it, and all pages show what comes of it. */
export function SizeForm() {
  const { t } = useTranslation();
  const { size, play } = useReport();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [runs, months, seed] = ["runs", "months", "seed"].map((name) => String(form.get(name) ?? ""));
    choose({ runs, months, seed });
    const wish: ReportSize = {
      runs: Number(runs),
      ...(seed === "" ? {} : { seed }),
      ...(months === "" ? {} : { months: Number(months) }),
    };
    play(wish);
  };
  return (
    <form className="fields" onSubmit={submit} aria-describedby={id}>
      <label>
        {t("size.runs")}
        <input type="number" name="runs" min={1} max={100000} required defaultValue={size.runs} />
      </label>
      <label>
        {t("size.months")}
        <input type="number" name="months" min={1} max={240} defaultValue={size.months ?? 12} />
      </label>
      <label>
        {t("size.seed")}
        <input name="seed" maxLength={200} defaultValue={size.seed ?? ""} placeholder="tawazun" />
      </label>
      <Button type="submit">{t("size.play")}</Button>
      <p id={id}>
        <small>{t("size.help")}</small>
      </p>
    </form>
  );
}
