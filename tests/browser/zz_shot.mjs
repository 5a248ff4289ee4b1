import { google, anthropic, idle, open, start } from './harness.mjs';
const world = await start();
const list = process.argv.slice(2);
for (const spec of list) {
  const [path, w, theme, name, press] = spec.split('|');
  const page = await open(world, path, { viewport: { width: Number(w), height: 900 }, colorScheme: theme, locale: 'en-GB' });
  for (const one of (press || '').split(',').filter(Boolean)) {
    const [c, p] = one.split('@');
    const r = await page.evaluate(([c, p]) => { const e = document.querySelector('lease-explorer'); const r = e.itemRect(c, p || undefined); const b = e.canvas.getBoundingClientRect(); return r && [r.x + r.width / 2 + b.left, r.y + r.height / 2 + b.top]; }, [c, p]);
    if (!r) { console.log('no', one); continue; }
    await page.evaluate((y) => scrollTo(0, 0), 0);
    await page.setViewportSize({ width: Number(w), height: 4500 });
    await page.mouse.click(r[0], r[1]);
    await idle(page);
  }
  await page.mouse.move(2, 2);
  await idle(page);
  await page.setViewportSize({ width: Number(w), height: 900 });
  await page.screenshot({ path: `/tmp/s/${name}.png`, fullPage: !process.env.TOP, ...(process.env.TOP ? { clip: { x: 0, y: Number(process.env.FROM || 0), width: Number(w), height: Number(process.env.TOP) }, fullPage: true } : {}) });
  if (page.complaints.length) console.log(name, page.complaints.slice(0, 3));
  await page.context().close();
}
await world.close();
