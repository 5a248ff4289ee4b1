// Files of the site, each checked against the hash that the build took of it.
const base = new URL('.', import.meta.url);

/** A response whose bytes are what the build made; else an error that says what is wrong. */
export async function checked({ name, integrity }) {
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
