// The shipped entry: a classic script, because a module that cannot be loaded fails without a word
// (from disk, or in a frame without an origin). This one says so, and the static twin stays.
(function () {
  'use strict';
  var script = document.currentScript;
  function say(text) {
    var explorers = document.querySelectorAll('lease-explorer');
    for (var i = 0; i < explorers.length; i += 1) {
      var line = document.createElement('p');
      line.className = 'notice';
      line.textContent = text;
      explorers[i].prepend(line);
    }
  }
  if (!('customElements' in window) || typeof WebAssembly !== 'object') {
    say('This browser has no ' + (typeof WebAssembly === 'object' ? 'custom elements' : 'WebAssembly')
      + ': the picture below was drawn beforehand and does not move.');
    return;
  }
  import(new URL('element.mjs', script.src).href).then(function () {
    if (script.dataset.page !== undefined) {
      return import(new URL('page.mjs', script.src).href);
    }
    return undefined;
  }).catch(function (error) {
    say('The explorer could not be loaded (' + error.message + '): the picture below was drawn '
      + 'beforehand and does not move.');
  });
}());
