// The embed codes that an author pastes, and how they are copied to the clipboard.

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** A frame with the fewest permissions with which everything works. */
export const frameCode = ({ address, title, height }) =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" loading="lazy" width="100%" `
  + `height="${height}" style="border:0" `
  + 'sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox" '
  + 'allow="clipboard-write; fullscreen" referrerpolicy="strict-origin-when-cross-origin">'
  + '</iframe>';

/**
 * The element, with a link inside it for readers without scripts. `entry` is the name and the hash
 * of the script that the author pins.
 */
export function elementCode({ base, entry, chosen }) {
  const attributes = ['theme', 'view'].filter((name) => chosen[name])
    .map((name) => ` ${name}="${escaped(chosen[name])}"`).join('');
  return `<script src="${escaped(base)}${entry.name}" integrity="${entry.integrity}" `
    + 'crossorigin="anonymous" defer></script>\n'
    + `<lease-explorer src="${escaped(base)}leases/${escaped(chosen.lease)}.json"${attributes}>`
    + `\n  <a href="${escaped(base)}${escaped(chosen.lease)}.html">See this lease</a>\n`
    + '</lease-explorer>';
}

/** Copies a field's text; a frame without clipboard permission can still copy a selection. */
export async function copyFrom(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand('copy');
  }
}
