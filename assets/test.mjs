// Bundles test/*.ts and runs them with node's own runner.
import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = join(import.meta.dirname, 'test');
const out = mkdtempSync(join(tmpdir(), 'sen-assets-'));
buildSync({
  entryPoints: readdirSync(here).filter(name => name.endsWith('.ts')).map(name => join(here, name)),
  bundle: true, platform: 'node', format: 'esm', outdir: out, outExtension: { '.js': '.mjs' },
});
const { status } = spawnSync(process.execPath, ['--test', ...readdirSync(out).map(name => join(out, name))], { stdio: 'inherit' });
rmSync(out, { recursive: true });
process.exit(status ?? 1);
