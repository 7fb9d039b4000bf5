// The picture in ARCHITECTURE.md of who may import whom.
import { replaceBetween } from "./between.ts";
import { type Rooms, readRooms } from "./rooms.ts";
import { root } from "./root.ts";

/**
 * A triangle of dots: a room's row has a dot in the column of each room that it may import. Nothing stands to
 * the right of the diagonal, as imports point left.
 */
function roomPicture(rooms: Rooms): string {
  const names = Object.keys(rooms);
  const imported = names.filter((name) => Object.values(rooms).some((allowed) => allowed.includes(name)));
  const wide = Math.max(...names.map((name) => name.length));
  const row = (name: string, cell: (column: string) => string): string =>
    `${name.padEnd(wide)}  ${imported.map((column) => cell(column).padEnd(column.length)).join("  ")}`.trimEnd();
  const dot = (name: string) => (column: string) =>
    rooms[name].includes(column) ? "●" : name === column ? "╲" : "";
  return [row("", (column) => column), ...names.map((name) => row(name, dot(name)))].join("\n");
}

/** ARCHITECTURE.md as it must be. */
export function withRoomPicture(page: string): string {
  return replaceBetween(page, "rooms", `\`\`\`text\n${roomPicture(readRooms(root))}\n\`\`\``);
}
