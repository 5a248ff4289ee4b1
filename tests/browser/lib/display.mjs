// A screen for browsers that draw WebGL only on one: Xvfb on the first free display.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Gives the screen's environment; `close` ends it. */
export async function startDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '2600x2000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(server.stdio[3], 'data');
  return {
    environment: { ...process.env, DISPLAY: `:${String(number).trim()}` },
    close() { server.kill(); },
  };
}
