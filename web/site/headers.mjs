// The headers that a server should send with the site's files. serve.mjs sends them, the build writes
// them to `_headers` for hosts that read it, and web/EMBEDDING.md shows them for nginx.

const forbidden = ['accelerometer', 'autoplay', 'camera', 'display-capture',
  'gamepad', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'magnetometer', 'microphone',
  'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'];

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': forbidden.map((name) => `${name}=()`).join(', '),
  // Frames without an origin, and articles that use the element, fetch from another origin.
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

// The first pattern that matches a path adds its headers.
const rules = [
  // The name contains a hash of the content.
  [/\.[0-9a-f]{8}\.\w+$/, { 'Cache-Control': 'public, max-age=31536000, immutable' }],
  // Pages for frames name no ancestors: even `*` shuts out parents without an origin.
  [/^\/(embed|single)\//, { 'Cache-Control': 'no-cache' }],
  [/(\.html|\/)$/, {
    'Cache-Control': 'no-cache', 'Content-Security-Policy': "frame-ancestors 'none'",
  }],
];

/** The headers of a file, by its path from the site's root, beginning with a slash. */
export function headersOf(path) {
  const [, more] = rules.find(([pattern]) => pattern.test(path)) ?? [];
  return { ...everywhere, 'Cache-Control': 'no-cache', ...more };
}

/** The same as a `_headers` file, for these files. */
export function headersFile(names) {
  const block = (path, headers) => `${path}\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  const own = (path) => Object.fromEntries(Object.entries(headersOf(path))
    .filter(([name]) => everywhere[name] === undefined));
  return block('/*', everywhere) + names.map((name) => block(`/${name}`, own(`/${name}`))).join('');
}
