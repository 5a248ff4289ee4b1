// Where this machine has what the build and the tests call: each path is the default of a variable.
const { env } = process;

/** What Debian's packages install besides programs: fonts, licences, Emscripten, hosts. */
export const share = env.OFFRAMP_SHARE ?? '/usr/share';
export const fonts = env.OFFRAMP_FONT_SOURCE ?? `${share}/fonts/opentype/inter`;
/** A Python that has fontTools and brotli. */
export const python = env.OFFRAMP_PYTHON ?? '/usr/bin/python3';
export const chromium = env.OFFRAMP_CHROMIUM ?? '/usr/bin/chromium';
export const firefox = env.OFFRAMP_FIREFOX ?? '/usr/bin/firefox-esr';
/** WebKitGTK's own browser, which its driver starts. */
export const miniBrowser = env.OFFRAMP_MINIBROWSER
  ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
