// The front page, as a visitor meets it: both languages, a phone and a desk, with and without scripts.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { databases, serve } from './program.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const out = join(import.meta.dirname, 'out');
mkdirSync(out, { recursive: true });

for (const database of databases) {
  describe(`the front page on ${database}`, () => {
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
      assert.equal(await program?.stop(), 0, 'SIGTERM ends the program with 0');
    });

    for (const lang of ['vi', 'en'])
      for (const width of [360, 1280])
        for (const javaScriptEnabled of [true, false])
          test(`${lang}, ${width} px, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
            const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled, locale: lang });
            const page = await context.newPage();
            const faults = [];
            page.on('console', message => message.type() === 'error' && faults.push(message.text()));
            await page.goto(`${program.address}/?lang=${lang}`);
            assert.equal(await page.getAttribute('html', 'lang'), lang);
            assert.equal(await page.locator('h1').count(), 1);
            assert.ok(await page.locator('main').getByText('26/2026').isVisible());
            await page.screenshot({ path: join(out, `front-${lang}-${width}.png`), fullPage: true });
            assert.deepEqual(faults, []);
            if (javaScriptEnabled) {
              const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
              assert.ok(wider <= 0, `nothing lies outside the screen, but ${wider} px do`);
              await page.evaluate(axe);
              const found = await page.evaluate('axe.run()');
              const grave = found.violations.filter(v => ['serious', 'critical'].includes(v.impact));
              assert.deepEqual(grave.map(v => `${v.id}: ${v.nodes[0].html}`), []);
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
      const page = await (await fetch(program.address, { headers })).json();
      assert.equal(page.decrees.length, 2);
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
