// What the explorer fetches, each file checked against the hash that the build took of it.
// assets_single.mjs stands in its place where all of it is in the page already.
import { engine, regular, semibold } from './manifest.mjs';

const base = new URL('.', import.meta.url);

/** A response whose bytes are what the build made; else an error that says what is wrong. */
async function checked({ name, integrity }) {
  const url = new URL(name, base);
  let response;
  try {
    response = await fetch(url, { integrity });
  } catch (error) {
    // A file that differs and a network that is away are one error to fetch.
    const unchecked = await fetch(url, { cache: 'reload' }).catch(() => null);
    throw new Error(unchecked?.ok ? `${name} is not the file that this page was built with`
      : `${name} could not be fetched (${unchecked?.status ?? error.message})`);
  }
  return response;
}

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
