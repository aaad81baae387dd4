// The scenario as a program: the instance comes in an environment variable, what it comes to is printed.
import * as backend from '@foyer/backend';
import * as errors from '@foyer/backend/errors';
import * as jwt from '@foyer/backend/jwt';
import * as webhooks from '@foyer/backend/webhooks';
import { scenario } from './scenario.mjs';

console.log(JSON.stringify(await scenario({ backend, errors, jwt, webhooks }, JSON.parse(process.env.INSTANCE))));
