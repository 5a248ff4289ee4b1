// Pointer and touch on the canvas, handed to the engine as plain calls. Listens to the canvas and
// to nothing else, so that the page keeps its wheel, its keys and its vertical swipes.

/** Binds the canvas; gives a function that unbinds it. `wake` asks for a frame. */
export function bindPointer(canvas, explorer, wake) {
  let captured = null;
  const at = (event) => {
    // A transformed or zoomed ancestor scales the box: undo it.
    const box = canvas.getBoundingClientRect();
    const scaleX = box.width ? canvas.clientWidth / box.width : 1;
    const scaleY = box.height ? canvas.clientHeight / box.height : 1;
    return [(event.clientX - box.left) * scaleX, (event.clientY - box.top) * scaleY];
  };
  const isOurs = (event) => event.isPrimary && (captured === null || captured === event.pointerId);

  const handlers = {
    pointermove(event) {
      if (!isOurs(event)) return;
      explorer.pointerMoved(...at(event));
      wake();
    },
    pointerdown(event) {
      if (!isOurs(event) || event.button !== 0) return;
      captured = event.pointerId;
      canvas.setPointerCapture(captured);
      explorer.pointerMoved(...at(event));
      explorer.pointerPressed(true);
      wake();
    },
    pointerup(event) {
      if (captured !== event.pointerId) return;
      captured = null;
      explorer.pointerMoved(...at(event));
      explorer.pointerPressed(false);
      if (event.pointerType !== 'mouse') explorer.pointerLeft();
      wake();
    },
    // The browser took the finger for a scroll, or the system took it away: nothing was meant.
    pointercancel(event) {
      if (captured !== event.pointerId) return;
      captured = null;
      explorer.escape();
      explorer.pointerPressed(false);
      explorer.pointerLeft();
      wake();
    },
    pointerleave(event) {
      if (captured !== null || !event.isPrimary) return;
      explorer.pointerLeft();
      wake();
    },
  };
  for (const [type, handler] of Object.entries(handlers)) canvas.addEventListener(type, handler);
  return () => {
    for (const [type, handler] of Object.entries(handlers)) {
      canvas.removeEventListener(type, handler);
    }
  };
}
