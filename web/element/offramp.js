// The entry script. It is a classic script, because a module that cannot be loaded (from disk, or in
// a frame without an origin) fails silently. This script shows a message and keeps the fallback.
// The build replaces the words in capitals with names and hashes.
(function () {
  'use strict';
  var script = document.currentScript;
  var slow = 8000; // milliseconds until a line says that it is still loading
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
  /** Loads a module and checks its hash, if the browser can. */
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
