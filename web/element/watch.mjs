// Media queries and the pixel ratio, with a callback when they change.

/** Calls `changed` when one of the media queries changes; returns a function that stops it. */
export function watchMedia(queries, changed) {
  const all = queries.map((query) => matchMedia(query));
  all.forEach((media) => media.addEventListener('change', changed));
  return () => all.forEach((media) => media.removeEventListener('change', changed));
}

/** The same for the pixel ratio. A query for the present ratio fires once; then the next is set up. */
export function watchPixelRatio(changed) {
  let stop = () => {};
  const watch = () => {
    stop();
    stop = watchMedia([`(resolution: ${devicePixelRatio}dppx)`], () => { watch(); changed(); });
  };
  watch();
  return () => stop();
}
