// What our own pages add to the element: they keep the scenario in the address, read the appearance
// from the query, and exchange messages with the page around a frame. An element in another site's
// page does not touch the address.
import { asks } from '../pages/ask/words.mjs';
import { talk } from './messages.mjs';

const explorer = document.querySelector('lease-explorer');
/** The scenario in the address; an anchor of the page is none, and what is asked beside it is not its. */
const fragment = () => {
  const text = location.hash.slice(1);
  return document.getElementById(text) ? '' : text.split('&').filter((word) => !asks(word)).join('&');
};

for (const name of ['theme', 'view', 'as-of', 'locale']) {
  const value = new URLSearchParams(location.search).get(name);
  if (value) explorer.setAttribute(name, value);
  if (value && name === 'theme') document.documentElement.dataset.theme = value;
}

// If somebody else set the scenario, the page says who, until the reader changes it.
const origin = document.querySelector('#origin');
let followed; // the link of a scenario that somebody else made; null until it is shown
function follow(state, whose) {
  explorer.state = state;
  followed = null;
  origin.textContent = `${whose} chose what is assumed here. Change it as you like.`;
}
explorer.addEventListener('move', () => {
  if (followed === null) followed = explorer.exhibit.link;
  origin.hidden = !followed || explorer.exhibit.link !== followed;
});

follow(fragment(), 'The link that you followed');
addEventListener('hashchange', () => {
  if (fragment() !== (explorer.exhibit?.permalink ?? '')) {
    follow(fragment(), 'The link that you followed');
  }
});
explorer.addEventListener('change', () => {
  const { link, permalink } = explorer.exhibit;
  const kept = [link && permalink, ...location.hash.slice(1).split('&').filter(asks)].filter(Boolean).join('&');
  const wanted = kept && `#${kept}`;
  try {
    history.replaceState(null, '', wanted || location.pathname + location.search);
  } catch {
    // A frame without an origin cannot rewrite its history, but it can set its fragment.
    location.hash = wanted;
  }
});

// What few readers open is fetched when they do, or when a link asks it.
const ask = document.getElementById('ask');
const startAsking = () => {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = ask.dataset.style;
  document.head.append(style);
  import(new URL(ask.dataset.module, location.href).href);
};
ask?.addEventListener('toggle', startAsking, { once: true });
if (ask && location.hash.slice(1).split('&').some(asks)) ask.open = true;
talk(explorer, (state, whom) => follow(state, `The page around this one (${whom})`));
