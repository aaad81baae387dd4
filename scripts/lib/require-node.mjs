// Ends the program on a Node that is too old, with a sentence instead of a syntax error: this file
// uses nothing that an old Node cannot read, and whoever imports it imports the rest afterwards.
var MINIMUM = [20, 19];

var version = process.versions.node.split('.').map(Number);
if (version[0] < MINIMUM[0] || (version[0] === MINIMUM[0] && version[1] < MINIMUM[1])) {
  console.error(
    'Foyer needs Node.js ' +
      MINIMUM.join('.') +
      ' or newer, and this is ' +
      process.versions.node +
      '. Install a current version from https://nodejs.org (or with `nvm install --lts`) and try again.',
  );
  process.exit(1);
}
