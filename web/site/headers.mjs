// What a server should send with the site's files. serve.mjs sends it, the build writes it down for
// hosts that read a file `_headers`, and web/EMBEDDING.md shows it for nginx.

const forbidden = ['accelerometer', 'autoplay', 'camera', 'display-capture',
  'gamepad', 'geolocation', 'gyroscope', 'hid', 'idle-detection', 'magnetometer', 'microphone',
  'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'];

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': forbidden.map((name) => `${name}=()`).join(', '),
  // A frame without an origin, and an article that uses the element, fetch from elsewhere.
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

// The first pattern that a path fits says what else is sent.
const rules = [
  // The name changes with the content.
  [/\.[0-9a-f]{8}\.\w+$/, { 'Cache-Control': 'public, max-age=31536000, immutable' }],
  // Pages that are framed name no ancestors: `*` would leave out those without an origin.
  [/^\/(embed|single)\//, { 'Cache-Control': 'no-cache' }],
  [/(\.html|\/)$/, {
    'Cache-Control': 'no-cache', 'Content-Security-Policy': "frame-ancestors 'none'",
  }],
];

/** The headers of a file of the site, by its path from the site's root, beginning with a slash. */
export function headersOf(path) {
  const [, more] = rules.find(([pattern]) => pattern.test(path)) ?? [];
  return { ...everywhere, 'Cache-Control': 'no-cache', ...more };
}

/** The same for a host that reads `_headers`, for the files that there are. */
export function headersFile(names) {
  const block = (path, headers) => `${path}\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;
  const own = (path) => Object.fromEntries(Object.entries(headersOf(path))
    .filter(([name]) => everywhere[name] === undefined));
  return block('/*', everywhere) + names.map((name) => block(`/${name}`, own(`/${name}`))).join('');
}
