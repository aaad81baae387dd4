// Serves the development page, to look at the components without a server behind them:
// `node packages/ui/dev/serve.mjs [port]`, then in the browser's console: `start({}, 'SignIn')`.
import { createServer } from 'node:http';
import { buildDevPage } from './build.mjs';

const port = Number(process.argv[2] ?? 4600);
const answer = await buildDevPage();
createServer((request, response) => {
  const { contentType, body } = answer(new URL(request.url ?? '/', 'http://localhost').pathname);
  response.writeHead(200, { 'content-type': contentType }).end(body);
}).listen(port, () => console.log(`http://localhost:${port}`));
