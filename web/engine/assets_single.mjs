// Replaces assets.mjs in the single file: the bytes are part of the script.
import engine from 'engine.wasm.gz';
import regular from 'inter-regular.woff2';
import semibold from 'inter-semibold.woff2';

export async function instantiate(imports) {
  if (typeof DecompressionStream !== 'function') {
    throw new Error('this browser cannot unpack what is in the page');
  }
  const unpacked = new Blob([engine]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.instantiate(await new Response(unpacked).arrayBuffer(), imports);
}

export const fontBytes = () => Promise.resolve([regular, semibold]);

/** A single file has no other pages. */
export const addressOf = () => '';
