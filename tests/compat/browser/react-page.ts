import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { servePage, type PageServer } from '../../lib/page-server.ts';

/** A site with the React app, told in its HTML where Clerk is. */
export async function serveReactPage(settings: { publishableKey: string; proxyUrl?: string; clerkJSUrl?: string }): Promise<PageServer> {
  return servePage({
    files: { '/app.js': await bundle() },
    html: `<!doctype html>
<title>React</title>
<div id="app"></div>
<script>window.settings = ${JSON.stringify(settings)}</script>
<script type="module" src="/app.js"></script>`,
  });
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('react-app.tsx', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}
