import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { call } from "../api.ts";
import { get } from "../client.ts";
import { useAttempt, WhatCame } from "./attempt.tsx";
import { idFor } from "./id-for.ts";

/** What a folder may be called: the server refuses whatever else. */
const FOLDER = /^[a-z0-9]+(-[a-z0-9]+)*$/;

interface Made {
  readonly folder: string;
  readonly link: string;
}

/** A form that makes a case beside this one, with a small invented polity to write over, and opens it. */
export function NewCase() {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ["cases"], queryFn: () => get("/api/cases"), staleTime: 0 });
  const [title, setTitle] = useState("");
  const [name, setName] = useState<string>();
  const [made, setMade] = useState<Made>();
  const { came, busy, attempt } = useAttempt();
  const called = name ?? (title.trim() === "" ? "" : idFor(title, "case"));
  const folder = useRef<HTMLInputElement>(null);
  const wrong = called !== "" && !FOLDER.test(called);
  const letters = t("create.letters");
  useEffect(() => folder.current?.setCustomValidity(wrong ? letters : ""), [wrong, letters]);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const value = (field: string): string => String(given.get(field) ?? "").trim();
    setMade(undefined);
    await attempt(async () => {
      const options = { title: value("title"), asOf: value("asOf"), horizon: value("horizon") };
      setMade(await call<Made>("/api/cases", "POST", { name: value("folder"), options }));
      setTitle("");
      setName(undefined);
      form.reset();
      return "";
    });
  };
  return (
    <section aria-labelledby="new-case">
      <h2 id="new-case">{t("create.title")}</h2>
      <p>{t("create.lead")}</p>
      {data?.beside === null && <p className="empty">{t("create.alone")}</p>}
      {typeof data?.beside === "string" && (
        <form className="fields" onSubmit={(event) => void submit(event)}>
          <label className="wide">
            {t("create.name")}
            <input
              name="title"
              required
              maxLength={200}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          </label>
          <label>
            {t("create.folder")}
            <input
              ref={folder}
              name="folder"
              required
              maxLength={80}
              dir="ltr"
              spellCheck={false}
              autoCapitalize="none"
              aria-invalid={wrong}
              aria-describedby="new-case-where"
              value={called}
              onChange={(event) => setName(event.target.value)}
            />
          </label>
          <label>
            {t("create.asOf")}
            <input name="asOf" type="date" required />
          </label>
          <label>
            {t("create.horizon")}
            <input name="horizon" type="date" required />
          </label>
          <Button type="submit" isDisabled={busy}>
            {t("create.it")}
          </Button>
          <p id="new-case-where" role="status" className={wrong ? "wrong" : undefined}>
            <small>
              {wrong ? (
                t("create.wrong", { letters })
              ) : (
                <>
                  {t("create.where")} <code dir="ltr">{`${data.beside}/${called}`}</code>
                </>
              )}
            </small>
          </p>
        </form>
      )}
      <WhatCame
        refused={came.refused}
        said={
          made !== undefined && (
            <>
              {t("create.done")} <code dir="ltr">{made.folder}</code>{" "}
              <a href={made.link} target="_blank" rel="noreferrer">
                {t("create.open")}
              </a>
            </>
          )
        }
      />
    </section>
  );
}
