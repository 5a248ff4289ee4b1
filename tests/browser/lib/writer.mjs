// What the tests of "Write a lease" share.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
export const leases = join(root, 'assets', 'leases');
/** A lease of the library, by the name of its file. */
export const read = (name) => JSON.parse(readFileSync(join(leases, name), 'utf8'));

/** When the engine has read what is written. */
export const isSettled = (page) =>
  page.locator('#findings[aria-busy=false]').waitFor({ state: 'attached' });
export const leaseOf = async (page) => JSON.parse(await page.locator('#json').inputValue());
export const fieldAt = (page, pointer) => page.locator(`[id="at${pointer}"]`);

/** Does something that opens a lease, and waits until the engine has read it. */
export async function opening(page, deed) {
  await page.evaluate(() => {
    const said = document.querySelector('#said');
    window.opened = new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        if (!said.textContent.startsWith('Opened')) return;
        observer.disconnect();
        resolve();
      }).observe(said, { childList: true, characterData: true, subtree: true });
    });
  });
  await deed();
  await page.evaluate(() => window.opened);
  await isSettled(page);
}

export const openFrom = (page, id) => opening(page, async () => {
  await page.selectOption('#from', id);
  await page.locator('#start button').click();
});

/** Drops a file onto the page; the focus stays where it is. */
export const drop = (page, name, text) => page.evaluate(([called, content]) => {
  const data = new DataTransfer();
  data.items.add(new File([content], called));
  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
}, [name, text]);
