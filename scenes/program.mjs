// Starts the program on a fresh folder and database, and stops it as an operator does.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const binary = resolve(import.meta.dirname, '..', process.env.SEN_TEST_BIN ?? 'target/debug/sen');
const server = process.env.SEN_TEST_POSTGRES_URL;

/** The databases a scene runs on: SQLite always, PostgreSQL where script/test has started one. */
export const databases = server ? ['sqlite', 'postgres'] : ['sqlite'];

/** Serves from a fresh data folder; `stop` ends it with SIGTERM and gives its exit code. */
export async function serve(database) {
  const data = mkdtempSync(join(tmpdir(), 'sen-scene-'));
  const args = ['serve', '--data', data, '--listen', '127.0.0.1:0'];
  if (database === 'postgres') {
    const name = `scene_${process.pid}_${Date.now()}`;
    execFileSync('psql', [server, '-qc', `create database ${name}`]);
    args.push('--database', server.replace(/\/[^/]*$/, `/${name}`));
  }
  const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'inherit'] });
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
    async stop() {
      child.kill('SIGTERM');
      const code = await ended;
      rmSync(data, { recursive: true, force: true });
      return code;
    },
  };
}
