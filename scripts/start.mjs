// `npm start`: installs and builds what is missing or has changed, then runs the server.
import './lib/require-node.mjs';

const { main } = await import('./lib/main.mjs');
const { Paragraph } = await import('./lib/paragraph.mjs');
const { runServer } = await import('./lib/run-server.mjs');

const HELP = `Usage: npm start

Installs and builds what is missing or has changed, then serves on http://localhost:4000.

It is configured by environment variables, for example: PORT=5000 npm start
All of them: docs/configuration.md. What else there is to do: npx foyer help`;

await main(async () => {
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) return console.log(HELP);
  if (words.length > 0) throw new Paragraph(`npm start has no use for "${words.join(' ')}". It is configured by environment variables, for example: PORT=5000 npm start`);
  await runServer();
});
