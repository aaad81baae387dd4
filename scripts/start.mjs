// `npm start`: installs and builds what is missing or has changed, then runs the server.
// The version check comes first and uses nothing that an old Node cannot read.
var MINIMUM = [20, 19];

var version = process.versions.node.split('.').map(Number);
if (version[0] < MINIMUM[0] || (version[0] === MINIMUM[0] && version[1] < MINIMUM[1])) {
  console.error(
    'Foyer needs Node.js ' + MINIMUM.join('.') + ' or newer, and this is ' + process.versions.node + '. Install a current one from https://nodejs.org (or `nvm install --lts`) and run `npm start` again.',
  );
  process.exit(1);
}

import('./lib/run-server.mjs')
  .then(function (server) {
    return server.run();
  })
  .catch(function (error) {
    console.error(error && error.paragraph ? error.message : error);
    process.exit(1);
  });
