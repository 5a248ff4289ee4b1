// Makes the README's animation from the built site: node tests/browser/lib/animation.mjs
//
// Drags the delivery date of Google's lease with a real mouse, takes a picture at every step, and
// writes assets/drag.png, an animated PNG with 256 colours. Each frame holds only what has changed.
// The file is put together here, so that no encoder has to be installed. Fails above 600 KB.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import {
  google, idle, open, pixelsPerDay, start,
} from './harness.mjs';

const target = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'assets', 'drag.png');
const budget = 600_000;
const size = { width: 1000, height: 640 };
const seenFrom = '2026-11-22T12:00:00Z'; // the same picture on every day

// Where the drag goes, in days from 30 September, how many pictures it takes to get there, and how
// long the last of them stays.
const way = [
  { days: 46, steps: 26, rest: 2600 }, // 15 November: Google may leave
  { days: 105, steps: 22, rest: 2600 }, // 13 January: either side may leave
];
const firstRest = 1400;
const pace = 70; // milliseconds for a step

const u16 = (value) => Buffer.from([value >>> 8, value & 255]);
const u32 = (value) => Buffer.from([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);

/** The drag as pictures: { png, x, y, isDown, ms }, x and y being the mouse. */
async function filmed(world) {
  const page = await open(world, google, {
    viewport: size, prepare: (one) => one.clock.setFixedTime(new Date(seenFrom)),
  });
  const day = await pixelsPerDay(page);
  await page.evaluate(() => window.scrollTo(0, 0));
  const handle = await page.evaluate(() => {
    const explorer = document.querySelector('lease-explorer');
    const rect = explorer.itemRect('deliver', 'handle');
    const box = explorer.canvas.getBoundingClientRect();
    return { x: box.left + rect.x + rect.width / 2, y: box.top + rect.y + rect.height / 2 };
  });
  const frames = [];
  const take = async (mouse, isDown, ms) => {
    await idle(page);
    frames.push({ png: (await page.screenshot()).toString('base64'), ...mouse, isDown, ms });
  };
  await page.mouse.move(handle.x, handle.y);
  await take(handle, false, firstRest);
  await page.mouse.down();
  let from = 0;
  for (const { days, steps, rest } of way) {
    for (let step = 1; step <= steps; step += 1) {
      const eased = (1 - Math.cos((Math.PI * step) / steps)) / 2;
      const mouse = { x: handle.x + (from + (days - from) * eased) * day, y: handle.y };
      await page.mouse.move(mouse.x, mouse.y);
      await take(mouse, true, step === steps ? rest : pace);
    }
    from = days;
  }
  await page.mouse.up();
  await page.context().close();
  return frames;
}

/**
 * The pictures with the mouse in them, in 256 colours: { colours, frames }, each frame with the part
 * that has changed, { indices, x, y, width, height, ms }, in base64. Runs in a page, whose canvas
 * reads the pictures. The last index of the palette is left for what has not changed.
 */
function reduced(page, frames) {
  return page.evaluate(async ({ shots, width, height }) => {
    const unchanged = 255;
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    const counts = new Map();
    const pictures = [];
    for (const { png, x, y, isDown } of shots) {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      pen.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
      pen.fillStyle = isDown ? 'rgb(31 84 110 / 45%)' : 'rgb(31 84 110 / 25%)';
      pen.beginPath();
      pen.arc(x, y, isDown ? 17 : 22, 0, 2 * Math.PI);
      pen.fill();
      const pixels = new Uint32Array(pen.getImageData(0, 0, width, height).data.buffer);
      for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
      pictures.push(pixels);
    }
    const parts = (colour) => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
    const distance = (one, other) => one.reduce((sum, part, i) => sum + (part - other[i]) ** 2, 0);
    // The most frequent colours that are not too near to each other.
    const byCount = [...counts].sort((one, other) => other[1] - one[1]).map(([colour]) => colour);
    let palette = [];
    for (let least = 0; ; least += 4) {
      palette = [];
      for (const colour of byCount) {
        const one = parts(colour);
        if (palette.every((other) => least ** 2 < distance(one, other))) palette.push(one);
        if (unchanged < palette.length) break;
      }
      if (palette.length <= unchanged) break;
    }
    const nearest = new Map(byCount.map((colour) => {
      const one = parts(colour);
      const distances = palette.map((other) => distance(one, other));
      return [colour, distances.indexOf(Math.min(...distances))];
    }));
    const base64 = (bytes) => new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result.split(',')[1]);
      reader.readAsDataURL(new Blob([bytes]));
    });

    const all = [];
    let before = null;
    for (const [i, pixels] of pictures.entries()) {
      const now = Uint8Array.from(pixels, (pixel) => nearest.get(pixel));
      let [left, top, right, bottom] = [width, height, 0, 0];
      for (let at = 0; at < now.length; at += 1) {
        if (before && now[at] === before[at]) continue;
        const [column, row] = [at % width, Math.floor(at / width)];
        left = Math.min(left, column);
        right = Math.max(right, column + 1);
        top = Math.min(top, row);
        bottom = Math.max(bottom, row + 1);
      }
      if (right === 0) { // nothing has changed: the picture before stays longer
        all.at(-1).ms += shots[i].ms;
        continue;
      }
      const part = { x: left, y: top, width: right - left, height: bottom - top };
      const indices = new Uint8Array(part.width * part.height).fill(unchanged);
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) {
          const at = row * width + column;
          if (before && now[at] === before[at]) continue;
          indices[(row - top) * part.width + column - left] = now[at];
        }
      }
      all.push({ ...part, ms: shots[i].ms, indices: await base64(indices) });
      before = now;
    }
    return { colours: palette, frames: all };
  }, { shots: frames, ...size });
}

const crcs = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});
const crc32 = (bytes) =>
  ~bytes.reduce((crc, byte) => crcs[(crc ^ byte) & 255] ^ (crc >>> 8), ~0) >>> 0;

/** A chunk of a PNG file. */
function chunk(name, ...contents) {
  const content = Buffer.concat(contents);
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  return Buffer.concat([u32(content.length), named, u32(crc32(named))]);
}

/** The rows of a frame, none of them filtered, compressed. */
function compressed({ indices, width, height }) {
  const rows = Buffer.alloc((width + 1) * height);
  const bytes = Buffer.from(indices, 'base64');
  for (let row = 0; row < height; row += 1) {
    bytes.copy(rows, row * (width + 1) + 1, row * width, (row + 1) * width);
  }
  return deflateSync(rows, { level: 9, memLevel: 9 });
}

/** An animated PNG that repeats for ever: each frame is drawn over what is there. */
function animated({ colours, frames }) {
  let sequence = 0;
  const next = () => { sequence += 1; return u32(sequence - 1); };
  const chunks = [
    chunk('IHDR', u32(size.width), u32(size.height), Buffer.from([8, 3, 0, 0, 0])),
    chunk('acTL', u32(frames.length), u32(0)),
    chunk('PLTE', Buffer.from([...colours, ...Array(256 - colours.length).fill([0, 0, 0])].flat())),
    chunk('tRNS', Buffer.from([...Array(255).fill(255), 0])), // the last index is clear
  ];
  frames.forEach((frame, i) => {
    chunks.push(chunk('fcTL', next(), u32(frame.width), u32(frame.height), u32(frame.x), u32(frame.y),
      u16(frame.ms), u16(1000), Buffer.from([0, i ? 1 : 0]))); // kept, and drawn over
    chunks.push(i ? chunk('fdAT', next(), compressed(frame)) : chunk('IDAT', compressed(frame)));
  });
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), ...chunks, chunk('IEND')]);
}

const world = await start();
const frames = await filmed(world);
const page = await world.browser.newPage();
const file = animated(await reduced(page, frames));
await world.close();
writeFileSync(target, file);
console.log(`wrote ${target}: ${frames.length} pictures, ${file.length} bytes`);
if (budget < file.length) {
  console.error(`more than ${budget} bytes`);
  process.exit(1);
}
