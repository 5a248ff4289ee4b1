// What a page can ask its window about and be told when it changes.

/** Calls `changed` when the answer to one of the media queries does; gives what ends it. */
export function watchMedia(queries, changed) {
  const all = queries.map((query) => matchMedia(query));
  all.forEach((media) => media.addEventListener('change', changed));
  return () => all.forEach((media) => media.removeEventListener('change', changed));
}

/** The same for the pixel ratio. A query for today's fires once; then the next one is set up. */
export function watchPixelRatio(changed) {
  let stop = () => {};
  const watch = () => {
    stop();
    stop = watchMedia([`(resolution: ${devicePixelRatio}dppx)`], () => { watch(); changed(); });
  };
  watch();
  return () => stop();
}
