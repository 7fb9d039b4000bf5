import { useSyncExternalStore } from "react";

/** Where the reader is: the page, and what is chosen on it. The URL holds all of it, so that a link can be sent. */
export interface Place {
  readonly page: string;
  readonly chosen: URLSearchParams;
}

function read(): string {
  return location.pathname + location.search;
}

const listeners = new Set<() => void>();
addEventListener("popstate", () => {
  for (const listener of listeners) listener();
});

export function usePlace(): Place {
  const at = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
  const url = new URL(at, location.origin);
  return { page: url.pathname.split("/")[1] || "overview", chosen: url.searchParams };
}

/** The address of a page with what is chosen there. */
export function addressOf(page: string, chosen: Readonly<Record<string, string | undefined>> = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(chosen))
    if (value !== undefined && value !== "") params.set(key, value);
  const query = params.toString();
  return `/${page}${query === "" ? "" : `?${query}`}`;
}

/** Goes to an address without loading the page anew. */
export function go(address: string, options: { readonly replace?: boolean } = {}): void {
  if (address === read()) return;
  if (options.replace === true) history.replaceState(null, "", address);
  else {
    history.pushState(null, "", address);
    // Another place is read from its top; going back, the browser finds the place again by itself.
    scrollTo(0, 0);
  }
  for (const listener of listeners) listener();
}

/** Changes what is chosen on the present page. */
export function choose(changes: Readonly<Record<string, string | undefined>>): void {
  const url = new URL(location.href);
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined || value === "") url.searchParams.delete(key);
    else url.searchParams.set(key, value);
  }
  go(url.pathname + url.search, { replace: true });
}
