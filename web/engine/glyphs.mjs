// Letters for the picture, drawn one at a time by the browser: from our two fonts, or from any font
// of the reader's system. The C++ side is src/platform/web/glyphs.cpp.

// The last family fills the gaps of the heavier weight: the browser makes it bold by itself.
const families = '"Offramp Inter", "Offramp Inter Gaps", system-ui, sans-serif';
const largeEm = 1000; // pixels; large enough that rounding does not matter

class Glyphs {
  #context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  #measured; // the letter that `draw` will draw

  constructor() {
    const size = 16;
    this.#context.fillRect(0, 0, size, size);
    const { data } = this.#context.getImageData(0, 0, 2 * size, size);
    const isHonest = data.every((value, i) =>
      value === (i % 4 === 3 && (i >> 2) % (2 * size) < size ? 255 : 0));
    if (!isHonest) throw new Error('this browser hides what a canvas holds');
  }

  #write(weight, em) {
    const context = this.#context;
    context.font = `${weight} ${em}px ${families}`;
    context.textRendering = 'geometricPrecision'; // no hinting: it would move the edges
    context.fillStyle = '#fff';
    return context;
  }

  /** The distance from a letter's origin to the next one's, in ems. */
  advance(weight, letter) {
    return this.#write(weight, largeEm).measureText(String.fromCodePoint(letter)).width / largeEm;
  }

  /** The box of samples around a letter: [left, top, width, height] from its origin. */
  measure(weight, em, across, letter) {
    const text = String.fromCodePoint(letter);
    const box = this.#write(weight, em).measureText(text);
    const isBlank = box.actualBoundingBoxLeft + box.actualBoundingBoxRight <= 0
      || box.actualBoundingBoxAscent + box.actualBoundingBoxDescent <= 0;
    // One more on each side, for antialiased edges.
    const left = Math.floor(-box.actualBoundingBoxLeft * across) - 1;
    const top = Math.floor(-box.actualBoundingBoxAscent) - 1;
    const width = isBlank ? 0 : Math.ceil(box.actualBoundingBoxRight * across) + across - left;
    const height = Math.ceil(box.actualBoundingBoxDescent) + 1 - top;
    this.#measured = { weight, em, across, text, left, top, width, height };
    return [left, top, width, height];
  }

  /** For each sample, how much of the pixel that ends there is covered, from 0 to 255. */
  draw() {
    const { weight, em, across, text, left, top, width, height } = this.#measured;
    const { canvas } = this.#context;
    canvas.width = Math.max(canvas.width, width);
    canvas.height = Math.max(canvas.height, height); // either clears the canvas
    const context = this.#write(weight, em);
    context.setTransform(across, 0, 0, 1, -left, -top);
    context.fillText(text, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return Uint8Array.from({ length: width * height }, (_, i) => (across === 1
      ? data[4 * i + 3] : (data[4 * i + 3] + (data[4 * i - 1] ?? 0)) / 2));
  }
}

let isBrought = false; // the fonts stay with the document when an engine is started anew

/** Letters in two weights, each from the bytes of a font file. Throws if a canvas cannot be read. */
export async function loadGlyphs(regular, semibold) {
  const glyphs = new Glyphs();
  if (isBrought) return glyphs;
  const faces = await Promise.all([
    new FontFace('Offramp Inter', regular, { weight: '400' }),
    new FontFace('Offramp Inter', semibold, { weight: '600' }),
    new FontFace('Offramp Inter Gaps', regular, { weight: '400' }),
  ].map((face) => face.load()));
  faces.forEach((face) => document.fonts.add(face));
  isBrought = true;
  return glyphs;
}
