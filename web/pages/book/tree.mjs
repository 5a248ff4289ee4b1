// Pages as data: `['p', { class: 'note' }, 'text', …]`. The build writes them as HTML; the browser
// creates elements from them, and later changes only what differs. Texts always stay text.

const inSvg = new Set(['svg', 'rect', 'title']);
const isEmpty = new Set(['input']);

const escaped = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const isSet = (value) => value !== false && value !== undefined && value !== null;

/** A list of nodes is an array of arrays; a node begins with its tag. */
function nodesOf(children) {
  return children.flatMap((one) => {
    if (!Array.isArray(one)) return isSet(one) && one !== '' ? [one] : [];
    return typeof one[0] === 'string' && (one.length === 1 || isAttributes(one[1])) ? [one]
      : nodesOf(one);
  });
}
const isAttributes = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nodes as HTML. */
export const htmlOf = (nodes) => nodesOf(nodes).map(html).join('');

function html(node) {
  if (!Array.isArray(node)) return escaped(node);
  const [tag, attributes = {}, ...children] = node;
  const words = Object.entries(attributes).filter(([, value]) => isSet(value))
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(value)}"`)).join('');
  if (isEmpty.has(tag)) return `<${tag}${words}>`;
  return `<${tag}${words}>${nodesOf(children).map(html).join('')}</${tag}>`;
}

function made(node) {
  if (!Array.isArray(node)) return document.createTextNode(String(node));
  const [tag] = node;
  const element = inSvg.has(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag)
    : document.createElement(tag);
  changed(element, node);
  return element;
}

/** An input that the reader is using is not changed until it is released. */
function setValue(element, name, value) {
  if (element[name] !== value && document.activeElement !== element) element[name] = value;
}

function changed(element, [tag, attributes = {}, ...children]) {
  for (const { name } of [...element.attributes]) {
    if (!isSet(attributes[name])) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (!isSet(value)) continue;
    const text = value === true ? '' : String(value);
    if (element.getAttribute(name) !== text) element.setAttribute(name, text);
  }
  if (tag === 'input' && isSet(attributes.value) && attributes.type !== 'radio') {
    setValue(element, 'value', String(attributes.value));
  }
  if (tag === 'input') element.checked = isSet(attributes.checked);
  patch(element, children);
  if (tag === 'select' && isSet(attributes['data-chosen'])) {
    setValue(element, 'value', attributes['data-chosen']);
  }
}

const fits = (present, node) => (Array.isArray(node)
  ? present.nodeType === 1 && present.localName === node[0]
  : present.nodeType === 3);

/** Updates the children of `parent` to match the nodes, and keeps every element that fits. */
export function patch(parent, children) {
  const nodes = nodesOf(children);
  nodes.forEach((node, i) => {
    const present = parent.childNodes[i];
    if (!present) parent.append(made(node));
    else if (!fits(present, node)) present.replaceWith(made(node));
    else if (Array.isArray(node)) changed(present, node);
    else if (present.data !== String(node)) present.data = String(node);
  });
  while (nodes.length < parent.childNodes.length) parent.lastChild.remove();
}
