// The lease of an element, and its as-of day.

/** The lease's text: from the address in `src`, or from a script of JSON inside the element. */
export async function textOfLease(explorer) {
  const source = explorer.getAttribute('src');
  if (source === null) {
    const inside = explorer.querySelector('script[type="application/json"]');
    if (!inside) throw new Error('there is no lease: neither src nor a script of JSON inside');
    return inside.textContent;
  }
  const response = await fetch(new URL(source, document.baseURI));
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.text();
}

/** The author's day, or the reader's own date; the engine reads no clock. */
export function dayOf(explorer) {
  const now = new Date();
  const padded = (number) => String(number).padStart(2, '0');
  return explorer.getAttribute('as-of')
    ?? `${now.getFullYear()}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}`;
}
