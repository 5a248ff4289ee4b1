// "Put an exhibit into your page": the embed codes for the choices, with a preview at three widths.
// The build replaces ENTRY with the name and hash of the entry script.
import { copyFrom, elementCode, frameCode } from '../element/codes.mjs';

const widths = [320, 640, 1000];
const firstHeight = 900; // until the frame reports its own

const base = new URL('.', location.href).href;
const byId = (id) => document.getElementById(id);
const choices = byId('choices');
const lease = new URLSearchParams(location.search).get('lease');
if ([...byId('lease').options].some(({ value }) => value === lease)) byId('lease').value = lease;

const frames = widths.map((width) => {
  const frame = document.createElement('iframe');
  frame.width = width;
  frame.height = firstHeight;
  frame.title = `The exhibit, ${width} pixels wide`;
  frame.setAttribute('sandbox',
    'allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox');
  const figure = document.createElement('figure');
  figure.tabIndex = 0; // can be scrolled by keyboard if wider than the window
  const caption = document.createElement('figcaption');
  caption.textContent = `${width} pixels wide`;
  figure.append(caption, frame);
  byId('previews').append(figure);
  return frame;
});

function show() {
  const chosen = Object.fromEntries(new FormData(choices));
  const query = new URLSearchParams(['theme', 'view', 'host']
    .filter((name) => chosen[name]).map((name) => [name, chosen[name]]));
  const title = byId('lease').selectedOptions[0].textContent;
  const looks = query.size ? `?${query}` : '';
  const address = `${base}embed/${chosen.lease}.html${looks}${location.hash}`;
  byId('frame-code').value = frameCode({ address, title, height: firstHeight });
  byId('element-code').value = elementCode({ base, entry: ENTRY, chosen });
  byId('single').href = `single/${chosen.lease}.html`;
  for (const frame of frames) frame.src = address;
}

addEventListener('message', ({ source, data }) => {
  const frame = frames.find(({ contentWindow }) => contentWindow === source);
  if (frame && data?.type === 'offramp:height') frame.height = Math.min(data.height, 20_000);
});
choices.addEventListener('change', show);
choices.addEventListener('submit', (event) => event.preventDefault());
for (const button of document.querySelectorAll('[data-copies]')) {
  button.addEventListener('click', async () => {
    byId('said').textContent = await copyFrom(byId(button.dataset.copies)) ? 'Copied.'
      : 'This page may not copy. The text is selected: copy it yourself.';
  });
}
show();
