// How to see that what a lease says stayed text, and that a pointer hits what it points at. Each
// check takes a tab and gives complaints; guest_kill_table.test.mjs proves that none is blind.
import { idle } from './harness.mjs';

/** Before the page loads: hears what its content policy refuses. */
export const watchPolicy = (page) => page.addInitScript(() => {
  window.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.violations.push(`${violatedDirective} ${blockedURI}`));
});

/** In the element and in its shadow there is nothing but what we make. */
export async function onlyText(page) {
  const found = await page.evaluate(() => {
    const tags = new RegExp(`^(${['div|p|span|section|article|header|figure|figcaption|h[1-6]|slot',
      'form|fieldset|legend|label|input|select|option|button|textarea|canvas|img|a',
      'small|strong|b|i|em|time|details|summary|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td',
      'svg|g|path|rect|circle|line|text|tspan|title|desc|polygon|polyline|defs|clipPath|pattern',
      'script'].join('|')})$`);
    const files = 'image/png|image/svg\\+xml|text/csv|text/calendar|application/json';
    const addresses = new RegExp(`^(https?:|\\.\\./|[\\w-]+\\.html|#|data:(${files})[;,])`);
    const wrong = [];
    const walk = (root) => {
      for (const one of root.querySelectorAll('*')) {
        if (!tags.test(one.localName)) wrong.push(`an element ${one.localName}`);
        if (one.localName === 'script' && one.type !== 'application/json') wrong.push('a script');
        if (one.localName === 'img' && !one.matches('.share img, img.paper')) wrong.push('an image');
        for (const { name, value } of one.attributes) {
          if (/^on/i.test(name)) wrong.push(`${one.localName} has ${name}`);
          if (name === 'autofocus' || name === 'srcdoc') wrong.push(`${one.localName} has ${name}`);
          if (/^(href|src|action|formaction|xlink:href)$/.test(name)
            && !addresses.test(value)) {
            wrong.push(`${one.localName} leads to ${value.slice(0, 60)}`);
          }
        }
      }
    };
    for (const explorer of document.querySelectorAll('lease-explorer')) {
      walk(explorer);
      if (explorer.shadowRoot) walk(explorer.shadowRoot);
    }
    if ('pwned' in window) wrong.push(`code ran: ${window.pwned}`);
    return [...wrong, ...(window.violations ?? []).map((one) => `the policy refused ${one}`)];
  });
  return [...new Set([...found, ...page.dialogs.map((said) => `a dialog says ${said}`),
    ...page.complaints.map((one) => `thrown: ${one}`)])];
}

/** What a reader takes away is harmless where it is put. */
export const sharedIsHarmless = (page) => page.evaluate(() => {
  const explorer = document.querySelector('lease-explorer');
  const root = explorer.shadowRoot;
  if (!root.querySelector('.share') || root.querySelector('.share').hidden) {
    root.querySelector('.share-toggle').click();
  }
  const list = root.querySelector('.share select');
  const field = root.querySelector('.share textarea');
  const take = (format) => {
    list.value = format;
    list.dispatchEvent(new Event('change'));
    return field.value;
  };
  const wrong = [];
  const code = new DOMParser().parseFromString(take('embed'), 'text/html');
  const [frame, ...more] = code.body.querySelectorAll('*');
  if (frame?.localName !== 'iframe' || more.length) wrong.push('the embed code is more than a frame');
  for (const { name, value } of frame?.attributes ?? []) {
    if (/^on|^srcdoc$/.test(name)) wrong.push(`the embed code has ${name}=${value}`);
  }
  if (frame && !/^https?:/.test(frame.getAttribute('src'))) wrong.push('the embed code leads elsewhere');
  const svg = new DOMParser().parseFromString(take('svg'), 'image/svg+xml');
  for (const one of svg.querySelectorAll('*')) {
    if (!/^(svg|g|path|rect|circle|line|text|tspan|title|desc|polygon|polyline|defs|style|clipPath|pattern)$/
      .test(one.localName)) wrong.push(`the drawing holds ${one.localName}`);
    for (const { name, value } of one.attributes) {
      if (/^on|href$/.test(name) || /javascript:|url\((?!#)/i.test(value.trim())) {
        wrong.push(`the drawing has ${name}=${value.slice(0, 40)}`);
      }
    }
  }
  for (const line of take('csv').split('\n')) {
    if (/(^|,)"?[=+@\t]/.test(line)) wrong.push(`the table holds a formula: ${line.slice(0, 60)}`);
  }
  for (const line of take('ics').split(/\r?\n/)) {
    if (line && !/^( |[A-Z][A-Z-]*[;:])/.test(line)) wrong.push(`the calendar breaks at ${line.slice(0, 40)}`);
  }
  try { JSON.parse(take('json')); } catch { wrong.push('the data are no JSON'); }
  for (const format of ['link', 'sentence', 'wikitext', 'bibtex', 'png']) take(format);
  return [...new Set(wrong)];
});

/** Where the middle of the handle is for a day, in the window, as the browser itself reckons. */
async function spotOf(page, state, { isShown = false } = {}) {
  return page.evaluate(async ([wanted, isScrolledTo]) => {
    const explorer = document.querySelector('lease-explorer');
    explorer.state = wanted;
    await explorer.idle;
    const rect = explorer.itemRect('deliver', 'handle');
    const probe = document.createElement('i');
    probe.style.cssText = `position: absolute; width: 0; height: 0;
      left: ${rect.x + rect.width / 2}px; top: ${rect.y + rect.height / 2}px`;
    explorer.canvas.parentNode.append(probe);
    if (isScrolledTo) probe.scrollIntoView({ block: 'center' });
    const { x, y } = probe.getBoundingClientRect();
    probe.remove();
    return { x, y };
  }, [state, isShown]);
}

/** A drag by a real mouse ends on the day that it was led to. */
export async function misses(page) {
  const to = await spotOf(page, 'deliver=2026-11-15');
  const near = await spotOf(page, 'deliver=2026-11-16');
  await spotOf(page, 'deliver=2026-09-30', { isShown: true });
  const from = await spotOf(page, 'deliver=2026-09-30'); // again: the page has been scrolled
  // A browser may tell of whole pixels only, and of two places cut off half a day could be lost.
  const x = Math.round(from.x);
  await page.mouse.move(x, from.y);
  await page.mouse.down();
  await page.mouse.move(x + Math.round((to.x - from.x) / 2), from.y);
  await page.mouse.move(x + Math.round(to.x - from.x), from.y);
  await page.mouse.up();
  await idle(page);
  const { link, height } = await page.evaluate(() => {
    const { exhibit, canvas } = document.querySelector('lease-explorer');
    return { link: exhibit.link, height: canvas.clientHeight };
  });
  const found = [];
  // Half a day is what a hand may be off and still hit.
  if (near.x - to.x > 2.5) found.push(`a day is ${near.x - to.x} pixels wide: that proves little`);
  if (link !== 'deliver=2026-11-15') found.push(`the drag ends with ${link}`);
  if (height < 300) found.push(`the picture is ${height} pixels high`);
  return found;
}
