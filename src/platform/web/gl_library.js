// What Dear ImGui's renderer asks WebGL about itself, in the place of Emscripten's own functions, which
// answer every question that there is and are as large as the rest of the glue.
mergeInto(LibraryManager.library, {
  glGetIntegerv: function(name, place) {
    // WebGL 2 is OpenGL ES 3.0 and does not know the question; nor does it number its extensions.
    var versions = { 0x821B: 3, 0x821C: 0, 0x821D: 0 };
    var value = name in versions ? versions[name] : GLctx.getParameter(name);
    var isList = value && value.length !== undefined;
    (isList ? Array.from(value) : [value]).forEach(function(one, i) {
      HEAP32[(place >> 2) + i] = one && typeof one == 'object' ? one.name : one; // objects go by number
    });
  },
  glGetString: function() { return 0; }, // the renderer reads no text where it knows the version
  glGetProgramiv: function(program, name, place) {
    // Nobody reads a log.
    HEAP32[place >> 2] = name == 0x8B84 ? 0 : GLctx.getProgramParameter(GL.programs[program], name);
  },
  glGetShaderiv: function(shader, name, place) {
    HEAP32[place >> 2] = name == 0x8B84 ? 0 : GLctx.getShaderParameter(GL.shaders[shader], name);
  },
});
