// The same program as a worker that answers requests: the instance is what it is sent.
import * as backend from '@foyer/backend';
import * as errors from '@foyer/backend/errors';
import * as jwt from '@foyer/backend/jwt';
import * as webhooks from '@foyer/backend/webhooks';
import { scenario } from './scenario.mjs';

export default {
  async fetch(request) {
    try {
      return Response.json(await scenario({ backend, errors, jwt, webhooks }, await request.json()));
    } catch (error) {
      return new Response(String(error?.stack ?? error), { status: 500 });
    }
  },
};
