// The files that the explorer fetches, each checked against its hash from the build. In the single
// file, assets_single.mjs replaces this module.
import { checked } from './fetched.mjs';
import { engine, regular, semibold } from './manifest.mjs';

const base = new URL('.', import.meta.url);

export async function instantiate(imports) {
  const response = await checked(engine);
  // The engine also loads with a wrong content type.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.instantiateStreaming(response, imports)
    : WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

export function fontBytes() {
  return Promise.all([regular, semibold].map(async (font) => (await checked(font)).arrayBuffer()));
}

/** The address of a page of the site that the explorer came from. */
export const addressOf = (page) => new URL(page, base).href;
