// "How likely, and worth it?" on the page of a lease, as the build prints it: closed and empty, since
// nothing is claimed before a reader guesses.
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';

export const askSection = ({ id, module, style }) => renderToString(
  h('details', { id: 'ask', 'data-module': module, 'data-style': style, 'data-lease': `leases/${id}.json` },
    h('summary', {}, h('h2', {}, 'How likely, and worth it?')),
    h('noscript', {}, h('p', { class: 'notice' }, 'Guesses need scripts; the command line answers them too.')),
    h('p', { class: 'notice', role: 'alert', hidden: true }),
    h('div', { class: 'own' })));
