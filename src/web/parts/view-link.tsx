import type { SavedView } from "../../case/index.ts";
import { go } from "../place.ts";
import { addressOfView } from "./views.ts";

/** A link to a saved view: its page, with what is chosen there. New tabs and windows stay the browser's. */
export function ViewLink({ view }: { readonly view: SavedView }) {
  return (
    <a
      href={addressOfView(view)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        go(addressOfView(view));
      }}
    >
      {view.name}
    </a>
  );
}
