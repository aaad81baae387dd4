// `npm test`: everything, or the stages named: `npm test -- unit compat`.
import './lib/require-node.mjs';

const { main } = await import('./lib/main.mjs');
const { runStages } = await import('./lib/stages.mjs');
await main(() => runStages(process.argv.slice(2)));
