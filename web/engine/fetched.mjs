// Fetches files of the site, and checks each against its hash from the build.
const base = new URL('.', import.meta.url);

/** A response with the bytes that the build wrote; otherwise throws an error that says why. */
export async function checked({ name, integrity }) {
  const url = new URL(name, base);
  let response;
  try {
    response = await fetch(url, { integrity });
  } catch (error) {
    // fetch() reports a changed file and a missing network as the same error.
    const unchecked = await fetch(url, { cache: 'reload' }).catch(() => null);
    throw new Error(unchecked?.ok ? `${name} is not the file that this page was built with`
      : `${name} could not be fetched (${unchecked?.status ?? error.message})`);
  }
  return response;
}
