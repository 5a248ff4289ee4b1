// The shipped entry: a classic script, because a module that cannot be loaded fails without a word
// (from disk, or in a frame without an origin). This one says so, and the static twin stays.
// The build puts names and hashes in the place of the words in capitals.
(function () {
  'use strict';
  var script = document.currentScript;
  var slow = 8000; // milliseconds after which a line says that it is still loading
  var lines = [];
  function say(text) {
    lines.forEach(function (line) { line.remove(); });
    lines = [];
    [].forEach.call(text ? document.querySelectorAll('lease-explorer') : [], function (explorer) {
      var line = document.createElement('p');
      line.className = 'notice';
      line.textContent = text + ' What you see was drawn beforehand, and does not move.';
      explorer.insertBefore(line, explorer.firstChild);
      lines.push(line);
    });
  }
  /** Loads a module whose bytes are what the build made; where the browser can check that. */
  function load(name, integrity) {
    var address = new URL(name, script.src).href;
    var link = document.createElement('link');
    if (!link.relList.supports('modulepreload')) return import(address);
    link.rel = 'modulepreload';
    link.crossOrigin = 'anonymous';
    link.integrity = integrity;
    link.href = address;
    return new Promise(function (resolve, reject) {
      link.onload = resolve;
      link.onerror = function () {
        reject(new Error(name + ' could not be fetched, or is not the file of this page'));
      };
      document.head.appendChild(link);
    }).then(function () { return import(address); });
  }
  if (!('customElements' in window) || typeof WebAssembly !== 'object') {
    say('This browser has no '
      + (typeof WebAssembly === 'object' ? 'custom elements.' : 'WebAssembly.'));
    return;
  }
  var watchdog = setTimeout(function () { say('The explorer is still loading.'); }, slow);
  load(ELEMENT_NAME, ELEMENT_INTEGRITY).then(function () {
    return script.hasAttribute('data-page') ? load(PAGE_NAME, PAGE_INTEGRITY) : undefined;
  }).then(function () {
    clearTimeout(watchdog);
    say('');
  }, function (error) {
    clearTimeout(watchdog);
    say('The explorer could not be loaded (' + error.message + ').');
  });
}());
