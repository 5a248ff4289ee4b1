// The requirements for publishing a lease, and the engine's findings by place.
import { at, isObject, listAt } from './document.mjs';
import { pointerOf } from './json.mjs';

const isAddress = (text) => {
  try {
    return typeof text === 'string' && ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
};
const isFilled = (document, path) => {
  const text = at(document, path);
  return typeof text === 'string' && text.trim() !== '';
};
const needed = (text, path) => (document) => ({
  text, isMet: isFilled(document, path), at: pointerOf(path),
});

/** A requirement that every entry of these lists passes, and that there is at least one. */
function each(text, names, isRight, field) {
  return (document) => {
    if (names.every((name) => listAt(document, [name]).length === 0)) {
      return { text, isMet: false, at: `#add-${names.at(-1)}-0` };
    }
    for (const name of names) {
      const index = listAt(document, [name]).findIndex((item) => !isRight(item, document));
      if (0 <= index) return { text, isMet: false, at: pointerOf([name, index, field]) };
    }
    return { text, isMet: true };
  };
}
const has = (document, list, id) => listAt(document, [list]).some((item) => item?.id === id);

const requirements = [
  needed('A title', ['title']),
  needed('A question', ['presentation', 'question']),
  needed('An introduction', ['presentation', 'introduction']),
  (document) => ({ text: 'An as-of date',
    isMet: /^\d{4}-\d\d-\d\d$/.test(at(document, ['information_day'])), at: '/information_day' }),
  (document) => ({ text: 'A source with an address',
    isMet: listAt(document, ['sources']).some((source) => isAddress(source?.url)),
    at: listAt(document, ['sources']).length ? '/sources/0/url' : '#add-sources-0' }),
  each('A source for every quotation and paraphrase', ['clauses'],
    (clause, document) => isObject(clause) && (clause.is === 'derived'
      || listAt(clause, ['sources']).some((id) => has(document, 'sources', id))), 'sources'),
  each('A clause for every delivery, fee and off-ramp', ['tranches', 'fees', 'rights'],
    (item, document) => has(document, 'clauses', item?.clause), 'clause'),
];

/** `{ text, isMet, at }` for each; `checked` is what the engine found, or nothing yet. */
export function readiness(document, checked, drafts) {
  return [...requirements.map((requirement) => requirement(document)),
    { text: 'A lease without errors', isMet: Boolean(checked?.isGood), at: '#findings' },
    ...(drafts.length ? [{ text: 'Every rule taken over', isMet: false, at: drafts[0] }] : [])];
}

export function statusOf(list) {
  const missing = list.filter(({ isMet }) => !isMet).length;
  return missing === 0 ? 'Ready to publish.'
    : `Not ready: ${missing} ${missing === 1 ? 'thing is' : 'things are'} missing.`;
}

const form = /^(Warning: )?(.*) \(line (\d+), column (\d+)(?:, at (\/.*))?\)$/;
const unescaped = (step) => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** The engine's lines as `{ isError, message, line, column, pointer }`. */
export function findingsIn(lines, document) {
  return lines.split('\n').filter(Boolean).map((text) => {
    const [, warning, message, line, column, pointer = ''] = form.exec(text) ?? [, , text, 1, 1];
    const value = pointer && at(document, pointer.slice(1).split('/').map(unescaped));
    return {
      isError: !warning, line: Number(line), column: Number(column), pointer,
      message: value === '' ? 'Still empty.' : message,
    };
  });
}

/** The file name; the name of a draft says so. */
export function fileName(document, isReady) {
  const id = String(document.id ?? '').replace(/[^A-Za-z0-9_-]/g, '') || 'lease';
  return `${id}${isReady ? '' : '-draft'}.json`;
}
