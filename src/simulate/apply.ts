import type { Changes } from "./changes.ts";
import type { Chronicle } from "./chronicle.ts";
import { leavesHeirs } from "./heirs.ts";
import type { State } from "./state.ts";
import { follow } from "./who-leads.ts";
import type { World } from "./world.ts";

/** What the engine does when a change asks for more than a value to be set. */
export interface Hooks {
  election(arena: number): void;
  formation(): void;
  /** A leader is gone: what he led passes on; absent where a change is only weighed. */
  inheritance?(gone: number): void;
}

const clampTie = (value: number): number => Math.max(-1, Math.min(1, value));
const clampPosition = (value: number): number => Math.max(0, Math.min(100, value));

/** Changes that are carried out on a state and written into a chronicle. */
export function applied(world: World, state: State, chronicle: Chronicle, hooks: Hooks): Changes {
  const n = world.actors.length;
  const at = (kind: string): number => world.resourceOf.get(kind) ?? -1;
  const seatsAt = at("seats") * n;
  return {
    seats(from, to, count) {
      if (seatsAt < 0) return;
      const moved = Math.min(Math.round(count), state.holding[seatsAt + from]);
      state.holding[seatsAt + from] -= moved;
      state.holding[seatsAt + to] += moved;
    },
    list(actor, list) {
      state.list[actor] = list;
    },
    origin(actor, parent) {
      state.origin[actor] = parent;
    },
    government(actor, inside) {
      state.government[actor] = inside ? 1 : 0;
    },
    holding(actor, kind, amount) {
      const r = at(kind);
      if (r >= 0) state.holding[r * n + actor] = Math.max(0, state.holding[r * n + actor] + amount);
    },
    holder(post, actor, acting) {
      state.holder[post] = actor;
      state.acting[post] = acting ? 1 : 0;
      chronicle.post.time.push(state.time);
      chronicle.post.post.push(post);
      chronicle.post.holder.push(actor);
      chronicle.post.acting.push(acting);
      if (world.followers.length > 0) follow(world, state.holder);
    },
    status(actor, status) {
      state.status[actor] = status;
      chronicle.status.time.push(state.time);
      chronicle.status.actor.push(actor);
      chronicle.status.status.push(status);
      if (leavesHeirs(world, actor, status)) hooks.inheritance?.(actor);
    },
    relation(from, to, amount) {
      state.relation[from * n + to] = clampTie(state.relation[from * n + to] + amount);
    },
    flag(from, to, bit, on) {
      if (on) state.flags[from * n + to] |= bit;
      else state.flags[from * n + to] &= ~bit;
    },
    sponsorship(from, to, amount) {
      state.sponsorship[from * n + to] = Math.max(0, Math.min(1, state.sponsorship[from * n + to] + amount));
    },
    grievance(actor, amount) {
      state.grievance[actor] = Math.max(0, Math.min(5, state.grievance[actor] + amount));
    },
    position(actor, issue, amount) {
      const k = actor * world.issues.length + issue;
      state.position[k] = clampPosition(state.position[k] + amount);
    },
    statusQuo(issue, value) {
      state.statusQuo[issue] = clampPosition(value);
    },
    boycott(actor, arena, on) {
      state.boycott[actor * world.arenas.length + arena] = on ? 1 : 0;
      chronicle.boycott.time.push(state.time);
      chronicle.boycott.actor.push(actor);
      chronicle.boycott.arena.push(arena);
      chronicle.boycott.on.push(on);
    },
    pledged(actor, members) {
      state.pledged[actor] = members;
      let total = 0;
      for (let a = 0; a < n; a++) total += state.pledged[a];
      chronicle.signatures.time.push(state.time);
      chronicle.signatures.total.push(total);
    },
    asked(actor) {
      state.asked[actor] = state.time;
    },
    motion(day) {
      state.motion = day;
    },
    warrant(actor, on) {
      state.warrant[actor] = on ? 1 : 0;
    },
    convicted(actor) {
      state.convicted[actor] = 1;
    },
    passes(stage, on) {
      state.passes[stage] = on ? 1 : 0;
    },
    territory(territory, holder) {
      state.territory[territory] = holder;
      chronicle.territory.time.push(state.time);
      chronicle.territory.territory.push(territory);
      chronicle.territory.holder.push(holder);
    },
    pressure(amount) {
      state.pressure = Math.max(-1, Math.min(5, state.pressure + amount));
    },
    election(arena) {
      hooks.election(arena);
    },
    formation() {
      chronicle.falls.push(state.time);
      hooks.formation();
    },
  };
}
