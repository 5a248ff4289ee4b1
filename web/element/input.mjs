// Pointer, touch and wheel events on the canvas, passed to the engine as plain calls. Listens only to
// the canvas and the glass over its picture, so that the wheel, keys and vertical swipes still work
// for the page.

const wheelStep = 0.0015; // of zoom for a pixel of the wheel with Ctrl held

/**
 * Binds the canvas and the glass, an empty element over the picture on which two fingers zoom the
 * picture instead of the page. Returns a function that unbinds both. `wake` requests a frame.
 */
export function bindPointer({ root: stage, canvas, glass }, explorer, wake) {
  let captured = null;
  const fingers = new Map(); // position by pointer id, for fingers on the glass
  let isPinching = false;
  const at = (event) => {
    // Undo the scale of a transformed or zoomed ancestor.
    const box = stage.getBoundingClientRect();
    const scaleX = box.width ? stage.clientWidth / box.width : 1;
    const scaleY = box.height ? stage.clientHeight / box.height : 1;
    return [(event.clientX - box.left) * scaleX, (event.clientY - box.top) * scaleY];
  };
  const isOurs = (event) => event.isPrimary && (captured === null || captured === event.pointerId);
  const span = () => {
    const [[x1, y1], [x2, y2]] = [...fingers.values()];
    return { middle: (x1 + x2) / 2, length: Math.max(Math.hypot(x1 - x2, y1 - y2), 20) };
  };
  /** Released outside: a drag ends at its last known position, and no button is pressed. */
  const letGo = () => {
    captured = null;
    explorer.pointerLeft();
    explorer.pointerPressed(false);
  };
  /** Cancelled: a drag is undone as well. */
  const giveUp = () => {
    explorer.escape();
    letGo();
  };

  const pinch = (event) => {
    if (event.type === 'pointerdown') fingers.set(event.pointerId, at(event));
    if (fingers.size === 2 && !isPinching) {
      isPinching = true;
      giveUp();
    }
    if (event.type === 'pointermove' && isPinching && fingers.has(event.pointerId)) {
      const before = span();
      fingers.set(event.pointerId, at(event));
      const after = span();
      explorer.view(after.middle, after.length / before.length, after.middle - before.middle);
    }
    if (event.type === 'pointerup' || event.type === 'pointercancel') {
      fingers.delete(event.pointerId);
    }
    const wasPinching = isPinching;
    isPinching = isPinching && fingers.size > 0;
    if (wasPinching) wake();
    return wasPinching;
  };

  const handlers = {
    pointermove(event) {
      if (pinch(event) || !isOurs(event)) return;
      if (captured !== null && event.buttons === 0) letGo();
      explorer.pointerMoved(...at(event), event.altKey);
      wake();
    },
    pointerdown(event) {
      if (event.pointerType === 'touch' && event.currentTarget === glass && pinch(event)) return;
      if (!isOurs(event) || event.button !== 0) return;
      captured = event.pointerId;
      event.currentTarget.setPointerCapture(captured);
      explorer.pointerMoved(...at(event), event.altKey);
      explorer.pointerPressed(true);
      wake();
    },
    pointerup(event) {
      if (pinch(event) || captured !== event.pointerId) return;
      captured = null;
      explorer.pointerMoved(...at(event), event.altKey);
      explorer.pointerPressed(false);
      if (event.pointerType !== 'mouse') explorer.pointerLeft();
      wake();
    },
    // The browser started a scroll, or the system took the pointer: the reader did not mean it.
    pointercancel(event) {
      if (pinch(event) || captured !== event.pointerId) return;
      giveUp();
      wake();
    },
    pointerleave(event) {
      if (captured !== null || !event.isPrimary) return;
      explorer.pointerLeft();
      wake();
    },
  };
  /** Without Ctrl the wheel scrolls the page; with Ctrl it zooms the picture, not the page. */
  const wheel = (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const [x] = at(event);
    explorer.view(x, Math.exp(-event.deltaY * wheelStep), -event.deltaX);
    wake();
  };
  for (const target of [canvas, glass]) {
    for (const [type, handler] of Object.entries(handlers)) target.addEventListener(type, handler);
  }
  glass.addEventListener('wheel', wheel, { passive: false });
  return () => {
    for (const target of [canvas, glass]) {
      for (const [type, handler] of Object.entries(handlers)) {
        target.removeEventListener(type, handler);
      }
    }
    glass.removeEventListener('wheel', wheel);
  };
}
