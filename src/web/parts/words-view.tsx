import { createContext, type MouseEvent, useContext } from "react";
import type { Link, Prose } from "../../show/index.ts";
import { go, usePlace } from "../place.ts";
import { arriveAt } from "./arrive.ts";

/** On which page of the workbench a place of the report stands; nothing if on none. */
export const PageOf = createContext<(id: string) => string | undefined>(() => undefined);

/** Words of the report: some weigh more, some lead somewhere. */
export function Words({ text }: { readonly text: Prose }) {
  if (typeof text === "string") return text;
  return text.map((piece, i) => {
    if (typeof piece === "string") return piece;
    // biome-ignore lint/suspicious/noArrayIndexKey: words never change their order
    if ("strong" in piece) return <strong key={i}>{piece.strong}</strong>;
    // biome-ignore lint/suspicious/noArrayIndexKey: words never change their order
    return <Leading key={i} link={piece} />;
  });
}

/** A link of the report: to the web, or to where the report says it on a page of the workbench. */
export function Leading({ link: { text, to } }: { readonly link: Link }) {
  const { page: here } = usePlace();
  const pageOf = useContext(PageOf);
  if (/^https?:/.test(to)) {
    return (
      <a href={to} rel="noreferrer noopener" target="_blank">
        {text}
      </a>
    );
  }
  const id = to.slice(1);
  const page = to.startsWith("#") ? pageOf(id) : undefined;
  if (page === undefined) return <span>{text}</span>;
  const address = `${page === here ? `${location.pathname}${location.search}` : `/${page}`}${to}`;
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(address);
    arriveAt(id);
  };
  return (
    <a href={address} onClick={follow}>
      {text}
    </a>
  );
}
