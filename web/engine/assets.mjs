// What the explorer fetches, each file checked against the hash that the build took of it.
// assets_single.mjs stands in its place where all of it is in the page already.
import { checked } from './fetched.mjs';
import { engine, regular, semibold } from './manifest.mjs';

const base = new URL('.', import.meta.url);

export async function instantiate(imports) {
  const response = await checked(engine);
  // A server that calls it something else is no reason to fail.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

export function fontBytes() {
  return Promise.all([regular, semibold].map(async (font) => (await checked(font)).arrayBuffer()));
}

/** The address of a page of the site that the explorer came from. */
export const addressOf = (page) => new URL(page, base).href;
