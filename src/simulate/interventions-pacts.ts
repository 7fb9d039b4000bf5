import { TawazunError } from "../base/index.ts";
import type { Case, Intervention } from "../case/index.ts";
import { contradiction, unknown } from "./interventions-names.ts";

/** A case in which posts are owed to others, demands stand or do not, and routes are opened or shut. */
export function changedPacts(source: Case, changes: readonly Intervention[]): Case {
  const owed = new Map<string, string | undefined>();
  const demands = new Map<string, { readonly by: string; readonly of: string; readonly stands: boolean }>();
  const stages = new Map<string, boolean>();
  for (const change of changes) {
    if ("entitle" in change) {
      const { post, to } = change.entitle;
      known(source.posts, "post", post);
      if (to !== undefined) known([...source.actors, ...source.blocs], "actor or bloc", to);
      if (owed.has(post) && owed.get(post) !== to)
        throw contradiction(`${post} is owed to ${owed.get(post) ?? "nobody"} and to ${to ?? "nobody"}`);
      owed.set(post, to);
    } else if ("demand" in change) {
      const { by, of, stands = true } = change.demand;
      known(source.actors, "actor", by);
      known(source.actors, "actor", of);
      if (by === of) {
        throw new TawazunError("intervention/demand", `${by} is to demand of ${of}, which is itself.`);
      }
      const key = `${by} ${of}`;
      if (demands.has(key) && demands.get(key)?.stands !== stands)
        throw contradiction(`the demand of ${by} on ${of} stands, and does not`);
      demands.set(key, { by, of, stands });
    } else if ("route" in change) noteRoute(source, change.route, stages);
  }
  return {
    ...source,
    posts: source.posts.map((post) => {
      if (!owed.has(post.id)) return post;
      const { entitled, ...rest } = post;
      const to = owed.get(post.id);
      return to === undefined ? rest : { ...rest, entitled: to };
    }),
    demands: changedDemands(source, [...demands.values()]),
    routes: source.routes.map((route) => ({
      ...route,
      stages: route.stages.map((stage) => ({
        ...stage,
        passes: stages.get(`${route.id} ${stage.territory}`) ?? stage.passes,
      })),
    })),
  };
}

function known(items: readonly { readonly id: string }[], what: string, id: string): void {
  if (items.some((item) => item.id === id)) return;
  throw unknown(
    what,
    id,
    items.map((item) => item.id),
  );
}

function noteRoute(
  source: Case,
  {
    route: id,
    territory,
    open,
  }: { readonly route: string; readonly territory?: string | undefined; readonly open: boolean },
  stages: Map<string, boolean>,
): void {
  known(source.routes, "route", id);
  const route = source.routes.find((candidate) => candidate.id === id);
  const crossed = (route?.stages ?? []).map((stage) => stage.territory);
  if (territory !== undefined && !crossed.includes(territory)) {
    known(source.territories, "territory", territory);
    throw new TawazunError(
      "intervention/route",
      `The route ${id} does not cross ${territory}; it crosses ${crossed.join(", ")}.`,
    );
  }
  for (const stage of territory === undefined ? crossed : [territory]) {
    const key = `${id} ${stage}`;
    if ((stages.get(key) ?? open) !== open)
      throw contradiction(`the route ${id} is opened and shut in ${stage}`);
    stages.set(key, open);
  }
}

/** Demands of whoever decides, as the case gives them, less those that do not stand, and with those put on the first day. */
function changedDemands(
  source: Case,
  changes: readonly { readonly by: string; readonly of: string; readonly stands: boolean }[],
): Case["demands"] {
  const asOf = source.head.as_of;
  const kept = source.demands.filter(
    (demand) => !changes.some(({ by, of, stands }) => !stands && demand.by === by && demand.of === of),
  );
  const stand = (by: string, of: string): boolean =>
    kept.some((demand) => demand.by === by && demand.of === of && (demand.until ?? asOf) >= asOf);
  const put = changes.filter(({ by, of, stands }) => stands && !stand(by, of));
  return [
    ...kept,
    ...put.map(({ by, of }) => ({
      id: `put-${by}-${of}`,
      by,
      of,
      text: "Put on the first day by an intervention.",
      since: asOf,
    })),
  ] as Case["demands"];
}
