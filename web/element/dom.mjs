// Elements from data. Texts always become text nodes, never HTML.

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined || value === null) continue;
    made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** Rows of a table, rebuilt only when they differ. */
export class Table {
  #body;
  #seen = '';

  constructor(caption, headings) {
    this.#body = element('tbody');
    this.root = element('table', {}, element('caption', {}, caption),
      element('thead', {}, element('tr', {},
        ...headings.map((heading) => element('th', { scope: 'col' }, heading)))), this.#body);
  }

  /** Each row is a list of texts; the cell at `header` names the row. */
  show(rows, header) {
    const seen = JSON.stringify(rows);
    this.root.hidden = rows.length === 0;
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#body.replaceChildren(...rows.map((row) => element('tr', {},
      ...row.map((text, index) =>
        element(index === header ? 'th' : 'td', index === header ? { scope: 'row' } : {}, text)))));
  }
}

/** An element whose content is rebuilt when its data has changed. */
export class Changing {
  #seen = '';

  constructor(tag, attributes) { this.root = element(tag, attributes); }

  show(what, make) {
    const seen = JSON.stringify(what);
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.root.replaceChildren(...make(what));
  }
}

/** Rows that have a depth, as nested lists. */
export function reasons(rows) {
  const root = element('ul');
  const lists = [root];
  for (const row of rows) {
    lists.length = Math.min(lists.length, row.depth + 1);
    const item = element('li', {}, row.text, row.wording ? ` (${row.wording})` : '');
    lists[lists.length - 1].append(item);
    const deeper = element('ul');
    item.append(deeper);
    lists.push(deeper);
  }
  root.querySelectorAll('ul:empty').forEach((empty) => empty.remove());
  return root;
}
