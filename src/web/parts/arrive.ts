let watching: MutationObserver | undefined;

function stop(): void {
  watching?.disconnect();
  watching = undefined;
}

/** Brings the reader to a place of the report on the present page: at once, or when it is there. */
export function arriveAt(id: string): void {
  stop();
  const show = (): boolean => {
    const place = document.getElementById(id);
    if (place === null) return false;
    for (
      let fold = place.closest("details");
      fold !== null;
      fold = fold.parentElement?.closest("details") ?? null
    )
      fold.open = true;
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.scrollIntoView({ block: "start" });
    place.focus({ preventScroll: true });
    return true;
  };
  if (show()) return;
  const page = location.pathname;
  watching = new MutationObserver(() => {
    // Whoever goes elsewhere meanwhile is not called back.
    if (location.pathname !== page || show()) stop();
  });
  watching.observe(document.body, { childList: true, subtree: true });
}

addEventListener("popstate", stop);
