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

const isDay = (text) => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

/**
 * The author's day, or the reader's own date; the engine reads no clock. `complaint` says what is wrong
 * with the author's; empty where nothing is.
 */
export function dayOf(explorer) {
  const given = explorer.getAttribute('as-of');
  if (given && isDay(given)) return { day: given, complaint: '' };
  const now = new Date();
  const padded = (number) => String(number).padStart(2, '0');
  return {
    day: `${now.getFullYear()}-${padded(now.getMonth() + 1)}-${padded(now.getDate())}`,
    complaint: given ? `“${given}” is no day to look from; today is taken.` : '',
  };
}
