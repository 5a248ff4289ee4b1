// How to start a lease: from an everyday clause, empty, from the library, or from a file that is chosen
// or dropped.
import { scanLease, written } from './json.mjs';

const largest = 1024 * 1024; // bytes of a file
const byId = (id) => document.getElementById(id);

/** The text of a file; throws an error that says what is wrong with it. */
async function textOf(file) {
  if (largest < file.size) {
    throw new Error(`${file.name} has ${Math.ceil(file.size / 1024)} KB; `
      + `a lease has at most ${largest / 1024}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error(`${file.name} is not text in UTF-8`);
  }
}

async function fetched(address, title) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${title} could not be fetched (${response.status})`);
  return written(JSON.parse(await response.text()));
}

/** `host` has `empty()`, `open(lease, text, name)` and `answer()`, which leads to what is answered. */
export function bindStart({ empty, open, answer }) {
  const start = byId('start');
  let asked = 0;

  /** Opens the lease whose text `get` promises, unless another is asked for before it comes; says whether. */
  async function take(name, get) {
    const line = byId('start-finding');
    const mine = asked += 1;
    line.textContent = '';
    try {
      const text = (await get()).replace(/\r\n?/g, '\n'); // as a text field holds it
      if (mine !== asked) return false;
      const { value, error } = scanLease(text);
      if (error) {
        throw new Error(`${name}, line ${error.line}, column ${error.column}: ${error.message}`);
      }
      open(value, text, name);
      return true;
    } catch (error) {
      if (mine === asked) line.textContent = `${error.message}. Nothing was changed.`;
      return false;
    }
  }
  const takeFile = (file) => take(file.name, () => textOf(file));
  const takeFrom = (address, title) => take(title, () => fetched(address, title));

  for (const link of document.querySelectorAll('[data-start]')) {
    link.addEventListener('click', async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (await takeFrom(link.href, link.textContent)) answer();
    });
  }
  start.addEventListener('submit', (event) => {
    event.preventDefault();
    const { value, selectedOptions: [chosen] } = byId('from');
    if (value) {
      takeFrom(`leases/${value}.json`, chosen.textContent);
      return;
    }
    asked += 1;
    byId('start-finding').textContent = '';
    empty();
  });
  byId('upload').addEventListener('change', ({ target }) => {
    const [file] = target.files;
    if (file) takeFile(file).then(() => { target.value = ''; });
  });

  const holdsFile = ({ dataTransfer }) => [...dataTransfer.types].includes('Files');
  addEventListener('dragover', (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    start.classList.add('open');
  });
  addEventListener('dragleave', () => start.classList.remove('open'));
  addEventListener('drop', (event) => {
    start.classList.remove('open');
    if (!holdsFile(event)) return;
    event.preventDefault();
    takeFile(event.dataTransfer.files[0]);
  });
  start.hidden = false;
}
