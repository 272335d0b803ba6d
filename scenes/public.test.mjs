// The public pages, as a visitor meets them: both languages, a phone and a desk, with and without scripts.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { databases, serve } from './program.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = ['/', '/products', '/producers', '/lookup', '/help', '/accessibility', '/data', '/report'];
const out = join(import.meta.dirname, 'out');
mkdirSync(out, { recursive: true });

for (const database of databases) {
  describe(`the public pages on ${database}`, () => {
    let program, browser;
    before(async () => {
      program = await serve(database);
      browser = await chromium.launch({
        executablePath: process.env.SEN_TEST_CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
      });
    });
    after(async () => {
      await browser?.close();
      await program?.stop();
    });

    for (const lang of ['vi', 'en'])
      for (const width of [360, 1280])
        for (const javaScriptEnabled of [true, false])
          test(`${lang}, ${width} px, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
            const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled, locale: lang });
            const page = await context.newPage();
            const faults = [];
            page.on('console', message => message.type() === 'error' && faults.push(message.text()));
            for (const path of pages) {
              await page.goto(`${program.address}${path}?lang=${lang}`);
              assert.equal(await page.getAttribute('html', 'lang'), lang, path);
              assert.equal(await page.locator('h1').count(), 1, path);
              await page.screenshot({ path: join(out, `${path.slice(1) || 'home'}-${lang}-${width}.png`), fullPage: true });
              assert.deepEqual(faults, [], path);
              if (!javaScriptEnabled) continue;
              const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
              assert.ok(wider <= 0, `${path}: nothing lies outside the screen, but ${wider} px do`);
              await page.evaluate(axe);
              const found = await page.evaluate('axe.run()');
              const grave = found.violations.filter(v => ['serious', 'critical'].includes(v.impact));
              assert.deepEqual(grave.map(v => `${path}: ${v.id}: ${v.nodes[0].html}`), []);
            }
            await context.close();
          });

    test('an address that is none says so kindly, with the way home', async () => {
      const page = await browser.newPage();
      const answer = await page.goto(`${program.address}/nowhere`);
      assert.equal(answer.status(), 404);
      assert.ok(await page.getByRole('heading', { level: 1 }).isVisible());
      await page.close();
    });

    test('a machine gets the same page as JSON, and a refusal as a problem', async () => {
      const headers = { accept: 'application/json' };
      const page = await fetch(`${program.address}/products`, { headers });
      assert.equal(page.headers.get('content-type'), 'application/json');
      const refused = await fetch(`${program.address}/nowhere`, { headers });
      assert.equal(refused.headers.get('content-type'), 'application/problem+json');
      assert.equal((await refused.json()).status, 404);
    });

    test('every answer carries the headers that protect it', async () => {
      const answer = await fetch(program.address);
      assert.match(answer.headers.get('content-security-policy'), /default-src 'none'/);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    });
  });
}
