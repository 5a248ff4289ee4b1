// The style of all elements of a document, in one sheet, which no policy counts as inline.
import styles from 'element.css';

const sheets = new WeakMap(); // no other document may have a document's sheet

export function styled(root) {
  const home = root.ownerDocument;
  if (!home.defaultView) return; // nothing is shown there
  let sheet = sheets.get(home);
  if (!sheet) {
    sheet = new home.defaultView.CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(home, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}
