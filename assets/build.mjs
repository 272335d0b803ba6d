// Builds dist/: style sheets, icon sprite, fonts, drawings and scripts. Third-party parts come from node_modules by name.
import { build } from 'esbuild';
import { compile } from 'sass';
import { cpSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const here = import.meta.dirname;
const out = join(here, 'dist');
const modules = join(here, 'node_modules');

const bundles = ['staff', 'public', 'scan'];
const scripts = ['staff', 'room'];
const faces = [['be-vietnam-pro', [400, 600]], ['lora', [600]]];
const subsets = ['latin', 'vietnamese'];
// browser floor of the look: Chrome and WebView 90, Firefox 90, Safari 15
const floor = ['chrome90', 'firefox90', 'safari15'];

function styles() {
  for (const name of bundles) {
    const file = join(here, 'scss', `${name}.scss`);
    const { css } = compile(file, { style: 'compressed', loadPaths: [join(here, 'scss'), modules], quietDeps: true });
    put(`${name}.css`, css);
  }
}

// Body of one icon file, without licence comment and outer element.
function drawn(name) {
  const svg = readFileSync(join(modules, 'lucide-static', 'icons', `${name}.svg`), 'utf8');
  return svg.replace(/<!--[\s\S]*?-->/g, '').replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')
    .replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>');
}

function icons() {
  const names = readFileSync(join(here, 'icons.txt'), 'utf8').replace(/^#.*$/gm, '').trim().split(/\s+/);
  const line = 'viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
  const symbols = names.map(name => `<symbol id="${name}" ${line}>${drawn(name)}</symbol>`);
  const stars = readFileSync(join(here, 'art', 'marks.svg'), 'utf8').match(/<symbol[\s\S]*<\/symbol>/)[0];
  put('icons.svg', `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}${stars}</svg>`);
}

function fonts() {
  mkdirSync(join(out, 'fonts'));
  for (const [face, weights] of faces) for (const weight of weights) for (const subset of subsets) {
    const from = join(modules, '@fontsource', face, 'files', `${face}-${subset}-${weight}-normal.woff2`);
    copyFileSync(from, join(out, 'fonts', `${face}-${subset}-${weight}.woff2`));
  }
}

async function code() {
  const { outputFiles } = await build({
    entryPoints: scripts.map(name => join(here, 'src', `${name}.ts`)),
    bundle: true, format: 'esm', minify: true, target: floor, write: false, outdir: out, legalComments: 'none',
  });
  for (const file of outputFiles) put(file.path.slice(out.length + 1), file.text);
}

function put(name, text) {
  writeFileSync(join(out, name), text);
  console.log(name.padEnd(12), `${text.length} B, gzip ${gzipSync(text, { level: 9 }).length} B`);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out);
styles();
icons();
fonts();
cpSync(join(here, 'art'), join(out, 'art'), { recursive: true });
await code();
