// A person at a browser of their own: signs in, fills forms by the names of their fields, sends them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser without the services of its maker. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.SEN_TEST_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

/** The password that everyone in the scenes chooses. */
export const password = 'hoa sen nở bên sông Tiền';

export class Person {
  /** Opens a browser window of one's own: `lang`, `width` and `scripts` as the person has them. */
  static async arrive(browser, address, { lang = 'vi', width = 1280, scripts = true } = {}) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: scripts, locale: lang, acceptDownloads: true });
    return new Person(address, await context.newPage(), scripts);
  }

  constructor(address, page, scripts) {
    Object.assign(this, { address, page, scripts, faults: [] });
    page.setDefaultTimeout(10_000);
    page.on('console', message => message.type() === 'error' && !/Failed to load resource/.test(message.text()) && this.faults.push(message.text()));
    page.on('pageerror', fault => this.faults.push(String(fault)));
  }

  /** Signs in; with a one-time password, chooses the lasting one at once. */
  async signIn(login, secret = password, lasting = password) {
    await this.go('/sign-in');
    await this.fill({ login, password: secret });
    await this.send();
    if (secret !== lasting) {
      await this.fill({ present: secret, new: lasting, again: lasting });
      await this.send();
    }
    return this;
  }

  async go(path) {
    const answer = await this.page.goto(new URL(path, this.address).href);
    assert.ok(answer.status() < 400, `${path} answers ${answer.status()}`);
  }

  /** Follows a link with these words. */
  async follow(words) {
    await Promise.all([this.page.waitForNavigation(), this.page.getByRole('link', { name: words }).first().click()]);
  }

  /** Follows the name of a record in a table. */
  async enter(name) {
    await Promise.all([this.page.waitForNavigation(), this.page.locator('main tbody a', { hasText: name }).first().click()]);
  }

  /** Fills fields by name: text, choices, boxes, and files as `{ name, mimeType, buffer }`. */
  async fill(values) {
    for (const [name, value] of Object.entries(values)) {
      const field = this.page.locator(`main [name="${name}"]:not([type=hidden])`);
      assert.ok((await field.count()) > 0, `${this.page.url()} has no field ${name}`);
      const kind = await field.first().evaluate(node => node.type || node.tagName.toLowerCase());
      if (kind === 'radio') await this.page.locator(`main [name="${name}"][value="${value}"]`).check({ force: true });
      else if (kind === 'checkbox') {
        for (const box of await field.all()) await box.setChecked([value].flat().includes(await box.getAttribute('value')), { force: true });
      } else if (kind === 'file') await field.setInputFiles(value);
      else if (kind.startsWith('select')) await field.selectOption(value);
      else await field.fill(value);
    }
  }

  /** Fills a day in its three fields. */
  async fillDay(name, day) {
    const [year, month, date] = day.split('-');
    await this.fill({ [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year });
  }

  /** Opens everything that is folded. */
  async open() {
    await this.page.evaluate(() => document.querySelectorAll('main details').forEach(part => (part.open = true)));
  }

  /** Opens a criterion of the self-assessment and chooses its points. */
  async choose(criterion, points) {
    const option = this.page.locator(`[name="mark-${criterion}"][value="${points}"]`);
    const row = this.page.locator('details.crit', { has: option });
    if (!(await row.evaluate(part => part.open))) await row.locator('summary').first().click();
    // what depends on another criterion can be chosen once that one is saved
    await this.page.locator(`[name="mark-${criterion}"][value="${points}"]:enabled`).waitFor({ state: 'attached' });
    await option.check({ force: true });
  }

  /** Waits until everything that was typed is acknowledged. */
  async saved() {
    await this.page.waitForFunction(() => !Object.keys(localStorage).some(key => key.startsWith('sen:unsent')));
  }

  /** Marks a whole ballot through the door that the pages use. */
  async markAll(id, marks) {
    const csrf = await this.page.locator('[name=csrf]').first().inputValue();
    for (const [criterion, points] of Object.entries(marks)) {
      const answer = await this.fetch(`/ballots/${id}/${criterion}`, {
        method: 'POST', form: { csrf, points: String(points) }, headers: { accept: 'application/json', origin: this.address },
      });
      assert.equal(answer.status, 200, `${criterion}: ${answer.bytes}`);
    }
  }

  /** Sends a search. */
  async ask() {
    await Promise.all([this.page.waitForNavigation(), this.page.locator('main form[method=get] button').first().click()]);
  }

  /** Sends the form that has a field of this name. */
  async sendWith(name) {
    const button = this.page.locator('main form', { has: this.page.locator(`[name="${name}"]`) }).locator('button').first();
    await Promise.all([this.page.waitForNavigation(), button.click()]);
  }

  /** Waits until a page that the program prepares behind the scenes says something. */
  async appears(path, words) {
    for (let tries = 0; tries < 40; tries += 1) {
      await this.go(path);
      if ((await this.text()).includes(words)) return;
      await this.page.waitForTimeout(250);
    }
    assert.fail(`${path} never says ${words}`);
  }

  /** Sends the form of the page, or the one that goes to `action`; refused input fails with the words of the page. */
  async send(action) {
    await this.post(action);
    const summary = this.page.locator('.govuk-error-summary');
    if (await summary.count()) assert.fail(`${this.page.url()} refuses: ${await summary.first().innerText()}`);
    const status = await this.page.locator('main').count();
    assert.ok(status, `${this.page.url()} shows a page`);
  }

  /** Sends a form and looks at nothing. */
  async post(action) {
    const form = action ? `main form[method=post][action$="${action}"]` : 'main form[method=post]';
    const button = this.page.locator(`${form} button:not([type=button]):not([name=lang])`).first();
    await Promise.all([this.page.waitForNavigation(), button.click()]);
  }

  /** The words of the page. */
  text() {
    return this.page.locator('main').innerText();
  }

  async sees(...words) {
    const text = (await this.text()).normalize('NFC');
    for (const word of words) assert.ok(word instanceof RegExp ? word.test(text) : text.includes(word), `${this.page.url()} does not say ${word}:\n${text}`);
  }

  /** The last part of the address: the key of what is shown. */
  key(after) {
    const found = new URL(this.page.url()).pathname.match(new RegExp(`${after}/([0-9a-f-]{36})`));
    assert.ok(found, `${this.page.url()} has no key after ${after}`);
    return found[1];
  }

  /** Fetches a file as this person. */
  async fetch(path, options = {}) {
    const answer = await this.page.context().request.fetch(new URL(path, this.address).href, options);
    return { status: answer.status(), type: answer.headers()['content-type'], bytes: await answer.body() };
  }

  /** Nothing outside the screen, no grave fault of accessibility, nothing on the console. */
  async isWell(picture) {
    const at = this.page.url();
    if (picture) await this.page.screenshot({ path: picture, fullPage: true });
    assert.deepEqual(this.faults, [], at);
    if (!this.scripts) return;
    const wider = await this.page.evaluate('document.documentElement.scrollWidth - innerWidth');
    assert.ok(wider <= 0, `${at}: ${wider} px lie outside the screen`);
    await this.page.evaluate(axe);
    const found = await this.page.evaluate('axe.run()');
    const grave = found.violations.filter(fault => ['serious', 'critical'].includes(fault.impact));
    assert.deepEqual(grave.map(fault => `${at}: ${fault.id}: ${fault.nodes[0].html}`), []);
  }

  async leave() {
    await this.page.context().close();
  }
}
