// The demo province for the tests of one `describe`: installed and served before them, stopped after.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { Person, launch } from './person.mjs';
import { install } from './program.mjs';

/** Where the pictures of a scene go, by name and width. */
export function pictures(scene) {
  const out = join(import.meta.dirname, 'out', scene);
  mkdirSync(out, { recursive: true });
  return (name, width) => join(out, `${name}-${width}.png`);
}

/** `meet` signs one of its people in, `visit` opens a window to nobody's, `at` is the address of a path. */
export function province(database) {
  let house, program, browser, secret;
  before(async () => {
    house = install(database);
    [, secret] = house.sen('demo').match(/: (.+)/);
    program = await house.serve();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await program?.stop();
    assert.match(house.sen('journal', 'verify'), /\d/);
    house.remove();
  });
  const visit = options => Person.arrive(browser, program.address, options);
  return { visit, meet: async (login, options) => (await visit(options)).signIn(login, secret, secret), at: path => new URL(path, program.address) };
}
