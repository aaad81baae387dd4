// The same program for those who require.
const backend = require('@foyer/backend');
const errors = require('@foyer/backend/errors');
const jwt = require('@foyer/backend/jwt');
const webhooks = require('@foyer/backend/webhooks');

import('./scenario.mjs')
  .then(({ scenario }) => scenario({ backend, errors, jwt, webhooks }, JSON.parse(process.env.INSTANCE)))
  .then((outcome) => console.log(JSON.stringify(outcome)));
