// The talk between our page in a frame and the page around it: version 1 of web/EMBEDDING.md.
// Heights and "ready" go to whoever has framed us. Anything of the reader's goes only to the origin
// that the frame's own address names (`?host=https://news.example`), and only when it asks.

const version = 1;
const longestState = 4000; // characters, as in src/app/operate/follow_link.cpp
const mostRequests = 50; // in a second; of a flood the rest is not read
const given = ['state', 'json', 'link', 'sentence', 'wikitext', 'bibtex', 'svg', 'csv', 'ics'];

/** The secret that WordPress appends to the address of what it frames, and wants back. */
export const secretOf = (address) =>
  /[?&]secret=([A-Za-z0-9]{10})(?![A-Za-z0-9])/.exec(address)?.[1];

/** The origin of an address, however it is written; empty for what is none. */
export function originOf(address) {
  try {
    return new URL(address).origin;
  } catch {
    return ''; // no origin equals it
  }
}

const isText = (value, longest) => typeof value === 'string' && value.length <= longest;

/** What a message asks for; nothing when it is not a whole message of ours. */
export function requestIn(data) {
  if (typeof data !== 'object' || data === null || data.v !== version) return undefined;
  const { type, state, what, reply } = data;
  if (type === 'offramp:ping' || type === 'offramp:watch') return { type };
  if (type === 'offramp:set' && isText(state, longestState)) return { type, state };
  const isReply = Number.isSafeInteger(reply) || isText(reply, 64);
  if (type === 'offramp:get' && given.includes(what) && isReply) return { type, what, reply };
  return undefined;
}

/** Opens `most` times a second. */
export function gate(most, now = () => performance.now()) {
  let began = -Infinity;
  let opened = 0;
  return () => {
    if (began + 1000 <= now()) {
      began = now();
      opened = 0;
    }
    opened += 1;
    return opened <= most;
  };
}

/** Begins the talk, if there is anybody around us; `follow(state, origin)` does what they set. */
export function talk(explorer, follow) {
  if (parent === window) return;
  const id = location.pathname.split('/').at(-1).replace(/\.html$/, '');
  const trusted = originOf(new URLSearchParams(location.search).get('host'));
  const secret = secretOf(location.hash);
  const mayPass = gate(mostRequests);
  let watcher = null; // the origin that asked for figures
  let height = 0;

  const send = (type, more = {}, target = '*') =>
    parent.postMessage({ type: `offramp:${type}`, v: version, id, ...more }, target);
  const isTrusted = (origin) => origin !== 'null' && origin !== ''
    && (origin === trusted || origin === location.origin);
  const sendFigures = () => {
    if (watcher && explorer.exhibit) send('figures', { figures: explorer.figures }, watcher);
  };

  const sendToWordPress = () =>
    parent.postMessage({ message: 'height', value: height, secret }, '*');
  const measure = () => {
    const wanted = document.body.offsetHeight;
    if (Math.abs(wanted - height) < 2) return; // less is a rounding of the browser's
    height = wanted;
    send('height', { height });
    if (secret) sendToWordPress();
  };
  measure(); // WordPress hides a frame until it has a height, and nothing observes what is hidden
  new ResizeObserver(measure).observe(document.body);
  explorer.addEventListener('ready', () => send('ready'));
  explorer.addEventListener('error', () => send('error'));
  explorer.addEventListener('ready', sendFigures);
  explorer.addEventListener('move', sendFigures);

  addEventListener('message', async ({ source, origin, data }) => {
    if (source !== parent) return;
    if (secret && data?.message === 'ready' && data.secret === secret && mayPass()) sendToWordPress();
    const request = requestIn(data);
    if (!request || !mayPass()) return; // what others say to each other does not count
    if (request.type === 'offramp:ping') send('pong');
    if (request.type === 'offramp:set') {
      follow(request.state, origin);
      explorer.start();
    }
    if (!isTrusted(origin)) return;
    if (request.type === 'offramp:watch') {
      watcher = origin;
      sendFigures();
    }
    if (request.type === 'offramp:get') {
      explorer.start(); // whoever asks waits for an answer, wherever the reader has scrolled to
      await explorer.idle;
      const value = request.what === 'state' ? explorer.state : explorer.exported(request.what);
      send('value', { reply: request.reply, what: request.what, value }, origin);
    }
  });
}
