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
  watching = new MutationObserver(() => {
    if (show()) stop();
  });
  watching.observe(document.body, { childList: true, subtree: true });
}

// Whoever goes elsewhere meanwhile is not called back.
addEventListener("popstate", stop);
