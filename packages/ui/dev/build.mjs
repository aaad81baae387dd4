// Bundles the development page, in memory.
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { uiOptions } from '../scripts/bundle.mjs';

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Foyer components</title>
<style>
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f3f3f5;font-family:Inter,"Segoe UI","Helvetica Neue",Arial,sans-serif;padding:32px 0;box-sizing:border-box}
body.dark{background:#0d0e12}
/* A hostile page: rules about bare elements must not reach into the components. */
button{padding:1em 3em;background:hotpink;border-radius:0}h1{font-size:4rem;color:red}input{border:4px solid lime;width:50px}*{line-height:3}p{margin:3em}
</style>
<main id="app"></main><script type="module" src="/page.js"></script></html>`;

/**
 * @returns {Promise<(path: string) => { contentType: string, body: string }>} what to answer for a path: the page, or
 *   one of its scripts
 */
export async function buildDevPage() {
  const { outputFiles } = await build({
    ...uiOptions,
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    outdir: 'dev',
    write: false,
  });
  const scripts = new Map(outputFiles.map(file => [`/${basename(file.path)}`, file.text]));
  return path => {
    const script = scripts.get(path);
    return script === undefined ? { contentType: 'text/html', body: html } : { contentType: 'text/javascript', body: script };
  };
}
