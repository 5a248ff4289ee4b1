// How to start a lease: empty, from the library, or from a file that is chosen or dropped.
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

/** `host` has `empty()`, `open(lease, text, name)` and `say(text)`. */
export function bindStart({ empty, open, say }) {
  const start = byId('start');

  function take(name, text) {
    const { value, error } = scanLease(text);
    if (error) {
      throw new Error(`${name}, line ${error.line}, column ${error.column}: ${error.message}`);
    }
    open(value, text, name);
  }

  async function attempt(deed) {
    const line = byId('start-finding');
    line.textContent = '';
    try {
      await deed();
    } catch (error) {
      line.textContent = `${error.message}. Nothing was changed.`;
    }
  }

  const takeFile = (file) => attempt(async () => take(file.name, await textOf(file)));

  start.addEventListener('submit', (event) => {
    event.preventDefault();
    const { value, selectedOptions: [chosen] } = byId('from');
    if (!value) { attempt(empty); return; }
    attempt(async () => {
      const response = await fetch(`leases/${value}.json`);
      const title = chosen.textContent;
      if (!response.ok) throw new Error(`${title} could not be fetched (${response.status})`);
      take(title, written(JSON.parse(await response.text())));
    });
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
}
