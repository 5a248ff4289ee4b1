// One style sheet for all elements of a document. No content policy treats it as inline style.
import styles from 'element.css';

const sheets = new WeakMap(); // a sheet cannot be shared between documents

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
