// Starts the program on a fresh folder and database, and stops it as an operator does.
import assert from 'node:assert/strict';
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const binary = resolve(import.meta.dirname, '..', process.env.SEN_TEST_BIN ?? 'target/debug/sen');
const server = process.env.SEN_TEST_POSTGRES_URL;

/** The databases a scene runs on: SQLite always, PostgreSQL where script/test has started one. */
export const databases = server ? ['sqlite', 'postgres'] : ['sqlite'];

/** A fresh data folder and database: `sen` runs a command on them, `serve` the program. */
export function install(database) {
  const data = mkdtempSync(join(tmpdir(), 'sen-scene-'));
  const place = ['--data', data];
  const name = `scene_${process.pid}_${Date.now()}`;
  if (database === 'postgres') {
    execFileSync('psql', [server, '-qc', `create database ${name}`]);
    place.push('--database', server.replace(/\/[^/]*$/, `/${name}`));
  }
  return {
    data,
    sen: (...args) => execFileSync(binary, [...args, ...place], { encoding: 'utf8', stdio: 'pipe' }),
    verify: (file, keys) => execFileSync(binary, ['verify', file, '--keys', keys], { encoding: 'utf8', stdio: 'pipe' }),
    serve: () => start(['serve', ...place, '--listen', '127.0.0.1:0']),
    remove() {
      rmSync(data, { recursive: true, force: true });
      if (database === 'postgres') execFileSync('psql', [server, '-qc', `drop database ${name} with (force)`]);
    },
  };
}

/** Serves from a fresh data folder; `stop` ends it and removes the folder. */
export async function serve(database) {
  const { serve, remove } = install(database);
  const program = await serve();
  return {
    address: program.address,
    async stop() {
      await program.stop();
      remove();
    },
  };
}

async function start(args) {
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const faults = [];
  child.stderr.on('data', part => faults.push(...String(part).split('\n').filter(line => /ERROR|panicked/.test(line))));
  const ended = new Promise(done => child.on('exit', code => done(code)));
  const address = await new Promise((ready, failed) => {
    let text = '';
    child.stdout.on('data', part => {
      text += part;
      const found = text.match(/listening on (http:\S+)/);
      if (found) ready(found[1]);
    });
    ended.then(code => failed(new Error(`sen ended with ${code} before it listened`)));
  });
  return {
    address,
    /** Ends with SIGTERM, as an operator does: the exit code is 0, and nothing went wrong behind the pages. */
    async stop() {
      child.kill('SIGTERM');
      assert.equal(await ended, 0, 'SIGTERM ends the program with 0');
      assert.deepEqual(faults, [], 'the log has no errors');
    },
  };
}
