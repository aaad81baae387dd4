// `npm run bench`: Foyer side by side with its peers, and docs/benchmarks.md from what came out.
// `npm run bench -- verify-token passwords` runs only these and leaves the page alone; so does
// `--quick`, which shows that everything runs and says little about speed.
import '../scripts/lib/require-node.mjs';

const { main } = await import('../scripts/lib/main.mjs');
const { runBenchmarks } = await import('./lib/run-benchmarks.mjs');
await main(() => runBenchmarks(process.argv.slice(2)));
