import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { mode } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { type Assembly, assemblyToday } from "../../desk/index.ts";
import { hemicycle, type Picture, type Table, table } from "../../show/index.ts";
import { PictureView } from "./contents.tsx";
import { type Names, namesOf } from "./names.ts";
import { TableView } from "./table-view.tsx";

const MOST_POSTS = 4;
const MOST_QUESTIONS = 4;

type Say = ReturnType<typeof useTranslation>["t"];

/** The case on its day, before any future is played: seats, posts, the fronts, and which questions are settled next. */
export default function OverviewNow({ source }: { readonly source: Case }) {
  const { t } = useTranslation();
  const house = useMemo(() => houseOf(source, t), [source, t]);
  const tables = useMemo(() => {
    const whole = namesOf(source);
    // What stands in brackets after a name is for those who do not know it.
    const names = (id: string): string => whole(id).replace(/\s*\([^()]*\)\s*$/, "");
    return [
      ["now-fronts", frontsOf(source, t)],
      ["now-posts", postsOf(source, names, t)],
      ["now-questions", questionsOf(source, t)],
    ] as const;
  }, [source, t]);
  return (
    <div className="overview now">
      {house !== undefined && (
        <section aria-labelledby="now-house">
          <h2 id="now-house" className="off">
            {house.title}
          </h2>
          <PictureView picture={house} />
        </section>
      )}
      {tables.map(
        ([id, data]) =>
          data.rows.length > 0 && (
            <section key={id} aria-labelledby={id}>
              <h2 id={id}>{data.caption}</h2>
              <TableView data={data} />
            </section>
          ),
      )}
    </div>
  );
}

/** The seats of the assembly as a picture; nothing where there is none, or where errors keep it from being measured. */
function houseOf(source: Case, t: Say): Picture | undefined {
  try {
    const assembly = assemblyToday(source);
    return assembly === undefined ? undefined : pictureOf(assembly, t);
  } catch {
    // What is wrong with the case stands above, as its findings.
    return undefined;
  }
}

function pictureOf({ arena, now, quota }: Assembly, t: Say): Picture {
  return hemicycle(
    { lists: now.map(({ id, name, seats }) => ({ id, name, seats })), quota },
    { id: "house-now", title: t("overview.seats", { name: arena.name }), method: t("overview.seatsMethod") },
  );
}

/** The posts that are worth most, with who holds them and to whom they are owed. */
function postsOf({ posts }: Case, names: Names, t: Say): Table {
  const first = [...posts].sort((a, b) => mode(b.value) - mode(a.value)).slice(0, MOST_POSTS);
  const made = table(
    t("overview.posts"),
    [
      { key: "post", name: t("overview.post"), wide: true },
      { key: "holder", name: t("overview.holder") },
      { key: "owed", name: t("overview.owed") },
    ],
    first.map(({ name, holder, acting, entitled }) => ({
      post: name,
      holder:
        holder === undefined
          ? t("overview.vacant")
          : acting === true
            ? t("overview.acting", { name: names(holder) })
            : names(holder),
      owed: entitled === undefined ? undefined : names(entitled),
    })),
  );
  const rest = posts.length - first.length;
  return rest === 0 ? made : { ...made, note: t("overview.morePosts", { count: rest }) };
}

/** Each front with those who stand on it, what is at stake there, and how they stand to each other. */
function frontsOf({ fronts, actors, issues, relations }: Case, t: Say): Table {
  const frontOf = new Map(actors.map(({ id, front }) => [id, front ?? fronts[0]?.id]));
  return table(
    t("overview.fronts"),
    [
      { key: "name", name: t("overview.front"), wide: true },
      { key: "actors", name: t("overview.actors") },
      { key: "issues", name: t("overview.issues") },
      { key: "friendly", name: t("overview.friendly") },
      { key: "hostile", name: t("overview.hostile") },
    ],
    fronts.map(({ id, name }) => {
      const values = relations
        .filter(({ from, to }) => frontOf.get(from) === id && frontOf.get(to) === id)
        .map(({ value }) => mode(value));
      return {
        name,
        actors: actors.filter((actor) => frontOf.get(actor.id) === id).length,
        issues: issues.filter((issue) => issue.front === id).length,
        friendly: values.filter((value) => value > 0).length,
        hostile: values.filter((value) => value < 0).length,
      };
    }),
  );
}

/** The questions that are settled first. */
function questionsOf({ questions }: Case, t: Say): Table {
  const first = [...questions]
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
    .slice(0, MOST_QUESTIONS);
  const made = table(
    t("overview.next"),
    [
      { key: "by", name: t("overview.by") },
      { key: "text", name: t("overview.question"), wide: true },
    ],
    first.map(({ by, text }) => ({ by, text })),
  );
  const rest = questions.length - first.length;
  return rest === 0 ? made : { ...made, note: t("overview.moreQuestions", { count: rest }) };
}
