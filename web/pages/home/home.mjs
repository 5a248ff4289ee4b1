// The table of leases on the home page: its rows, which the build has printed, are searched, filtered
// and sorted in place.
const section = document.querySelector('#leases');
const form = section.querySelector('form');
const status = section.querySelector('[role=status]');
const headings = [...section.querySelectorAll('th[data-sort]')];
const body = section.querySelector('tbody');
const rows = [...body.rows]; // as printed: leases with an answer first
const { compare } = new Intl.Collator('en', { numeric: true });

const wordsOf = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
const textOf = new Map(rows.map((row) =>
  [row, wordsOf(`${row.dataset.words} ${row.textContent}`).join(' ')]));

function show() {
  const words = wordsOf(form.elements.words.value);
  const answer = form.elements.answer.value;
  for (const row of rows) {
    row.hidden = !words.every((word) => textOf.get(row).includes(word))
      || (answer !== '' && row.querySelector('.answer').textContent !== answer);
  }
  const count = rows.filter((row) => !row.hidden).length;
  const said = count === rows.length ? `${count} leases` : `${count} of ${rows.length} leases`;
  if (status.textContent !== said) status.textContent = said;
}

/** Rows without a value come last, whichever way the others go. */
function sort(heading, direction) {
  const key = (row) => row.cells[heading.cellIndex].dataset.key;
  const sign = direction === 'ascending' ? 1 : -1;
  body.append(...[...rows].sort((one, other) => (key(one) && key(other)
    ? sign * compare(key(one), key(other)) : Number(!key(one)) - Number(!key(other)))));
  for (const other of headings) other.removeAttribute('aria-sort');
  heading.setAttribute('aria-sort', direction);
}

const opposite = { ascending: 'descending', descending: 'ascending' };

for (const heading of headings) {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...heading.childNodes);
  button.addEventListener('click', () =>
    sort(heading, opposite[heading.getAttribute('aria-sort')] ?? heading.dataset.sort));
  heading.append(button);
}
headings.find((heading) => heading.matches('.answer')).setAttribute('aria-sort', 'ascending');
form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
form.hidden = false;
show(); // a browser may have kept what was searched for
