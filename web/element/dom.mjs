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
  #headings;

  constructor(caption, headings) {
    this.#headings = headings;
    this.#body = element('tbody');
    this.root = element('table', {}, ...(caption ? [element('caption', {}, caption)] : []),
      element('thead', {}, element('tr', {},
        ...headings.map((heading) => element('th', { scope: 'col' }, heading)))), this.#body);
  }

  /**
   * Each row is a list of texts; the cell at `header` names the row. `{ text, explain }` is a text
   * that asks for its reasons when pressed.
   */
  show(rows, header) {
    const seen = JSON.stringify(rows);
    this.root.hidden = rows.length === 0;
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#body.replaceChildren(...rows.map((row) => element('tr', {},
      ...row.map((content, index) =>
        element(index === header ? 'th' : 'td',
          { scope: index === header && 'row', 'data-label': this.#headings[index] },
          content.explain === undefined ? content
            : element('button', { type: 'button', class: 'plain', 'data-explain': content.explain },
              content.text))))));
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

/** Rows that have a depth, as nested lists; what stands behind a row is folded into it. */
export function reasons(rows) {
  const root = element('ul');
  const lists = [root];
  rows.forEach((row, index) => {
    lists.length = Math.min(lists.length, row.depth + 1);
    const text = row.text + (row.wording ? ` (${row.wording})` : '');
    const isFolder = row.depth < (rows[index + 1]?.depth ?? 0);
    const deeper = element('ul');
    lists.at(-1).append(element('li', {}, isFolder
      ? element('details', {}, element('summary', {}, text), deeper) : text));
    lists.push(deeper);
  });
  return root;
}
