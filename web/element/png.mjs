// A figure as PNG: its SVG, set in the site's own letters.
import { fontBytes } from '../engine/assets.mjs';
import { element } from './dom.mjs';

const scale = 2; // pixels of the PNG for one of the SVG
const weights = [400, 600]; // in the order of the fonts

const base64 = (bytes) =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));

/** The address of the PNG. Throws where the browser cannot draw it. */
export async function pngOf(svg) {
  const faces = (await fontBytes()).map((bytes, i) => `@font-face{font-family:Inter;`
    + `font-weight:${weights[i]};src:url(data:font/woff2;base64,${base64(bytes)})}`).join('');
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(
    svg.replace(/^<svg[^>]*>/, (start) => `${start}<style>${faces}</style>`))}`;
  await image.decode();
  const canvas = element('canvas', { width: image.width * scale, height: image.height * scale });
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  context.drawImage(image, 0, 0);
  return canvas.toDataURL('image/png');
}
