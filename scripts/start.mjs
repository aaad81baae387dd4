// `npm start`: installs and builds what is missing or has changed, then runs the server.
import './lib/require-node.mjs';

const { main } = await import('./lib/main.mjs');
const { runServer } = await import('./lib/run-server.mjs');
await main(runServer);
