// Paints Dear ImGui's triangles on a WebGL 2 context of its own; src/platform/web/painter.cpp is the
// other side. Dear ImGui's own renderer runs on every OpenGL and shares its context with others; it
// and the glue from there to here are four times as large on the wire.
const vertexCode = `#version 300 es
layout(location=0) in vec2 place;
layout(location=1) in vec2 at;
layout(location=2) in vec4 colour;
uniform vec2 size;
out vec2 spot;
out vec4 tint;
void main() {
  spot = at;
  tint = colour;
  gl_Position = vec4(place / size * vec2(2, -2) + vec2(-1, 1), 0, 1);
}`;
const fragmentCode = `#version 300 es
precision mediump float;
uniform sampler2D image;
in vec2 spot;
in vec4 tint;
out vec4 paint;
void main() { paint = tint * texture(image, spot); }`;

const cornerBytes = 20; // of an ImDrawVert: two floats where, two floats in the texture, four bytes

export class Painter {
  #gl;
  #size;
  #textures = new Map();
  #last = 0; // number of a texture

  /** Throws where the context cannot paint. */
  constructor(gl) {
    this.#gl = gl;
    const program = gl.createProgram();
    for (const [kind, code] of [[gl.VERTEX_SHADER, vertexCode], [gl.FRAGMENT_SHADER, fragmentCode]]) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, code);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error('WebGL 2 does not work here');
    gl.useProgram(program);
    this.#size = gl.getUniformLocation(program, 'size');
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    [[2, gl.FLOAT, false, 0], [2, gl.FLOAT, false, 8], [4, gl.UNSIGNED_BYTE, true, 16]]
      .forEach(([count, kind, isShare, from], place) => {
        gl.enableVertexAttribArray(place);
        gl.vertexAttribPointer(place, count, kind, isShare, cornerBytes, from);
      });
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.enable(gl.SCISSOR_TEST);
  }

  texture(number, width, height, pixels) {
    const gl = this.#gl;
    const own = this.#textures.get(number) ?? gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, own);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    if (this.#textures.has(number)) return number;
    this.#textures.set(this.#last += 1, own);
    return this.#last;
  }

  drop(number) {
    this.#gl.deleteTexture(this.#textures.get(number) ?? null);
    this.#textures.delete(number);
  }

  begin(width, height, right, bottom, ground) {
    const gl = this.#gl;
    gl.viewport(0, 0, width, height);
    gl.scissor(0, 0, width, height);
    gl.clearColor((ground >> 16) / 255, ((ground >> 8) & 255) / 255, (ground & 255) / 255, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.uniform2f(this.#size, right, bottom);
  }

  take(corners, numbers) {
    const gl = this.#gl;
    gl.bufferData(gl.ARRAY_BUFFER, corners, gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, numbers, gl.STREAM_DRAW);
  }

  paint(texture, left, bottom, width, height, first, count) {
    const gl = this.#gl;
    gl.bindTexture(gl.TEXTURE_2D, this.#textures.get(texture));
    gl.scissor(left, bottom, width, height);
    gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, 4 * first);
  }
}
