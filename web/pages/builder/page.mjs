// "Put an exhibit into your page", alive: the codes follow what is chosen; the reference follows what is
// supposed in the preview. The build replaces ENTRY with the name and hash of the entry script.
import { h, render } from 'preact';
import { copyFrom, elementCode, frameCode } from '../../element/codes.mjs';
import { BuilderView, widths } from './view.mjs';

const frameHeight = 640; // of the code: enough for a card in a column of an article
const mostShown = 900; // a longer preview scrolls

const base = new URL('.', location.href).href;
const main = document.querySelector('main');
const printed = document.getElementById('lease');
const leases = [...printed.options].map(({ value, textContent }) => ({ id: value, question: textContent }));
const asked = new URLSearchParams(location.search).get('lease');

const chosen = {
  lease: leases.some(({ id }) => id === asked) ? asked : printed.value,
  theme: '', view: '', host: '', width: widths.at(-1)[0],
};
let height = frameHeight;
let wikitext = '';
let said = '';

const frame = () => document.querySelector('.preview iframe');
const send = (message) => frame().contentWindow.postMessage({ v: 1, ...message }, '*');

function addressOf({ lease, ...looks }) {
  const query = new URLSearchParams(['theme', 'view', 'host']
    .filter((name) => looks[name]).map((name) => [name, looks[name]]));
  return `${base}embed/${lease}.html${query.size ? `?${query}` : ''}${location.hash}`;
}

function draw() {
  const address = addressOf(chosen);
  const title = leases.find(({ id }) => id === chosen.lease).question;
  render(h(BuilderView, {
    leases, chosen, said, choose, copy,
    preview: { address, height },
    codes: {
      'frame-code': frameCode({ address, title, height: frameHeight }),
      'element-code': elementCode({ base, entry: ENTRY, chosen }),
      wikitext: wikitext || 'It comes with the preview.',
    },
  }), main);
}

const choose = (name) => ({ currentTarget }) => {
  chosen[name] = currentTarget.value;
  said = '';
  if (name !== 'width') wikitext = '';
  draw();
};

const copy = (id) => async () => {
  said = await copyFrom(document.getElementById(id)) ? 'Copied.'
    : 'This page may not copy. The text is selected: copy it yourself.';
  draw();
};

addEventListener('message', ({ source, data }) => {
  if (source !== frame()?.contentWindow || data?.v !== 1) return;
  if (data.type === 'offramp:height') height = Math.min(data.height, mostShown);
  if (data.type === 'offramp:ready') send({ type: 'offramp:watch' });
  if (data.type === 'offramp:figures') send({ type: 'offramp:get', what: 'wikitext', reply: 1 });
  if (data.type === 'offramp:value') wikitext = data.value;
  draw();
});
draw();
