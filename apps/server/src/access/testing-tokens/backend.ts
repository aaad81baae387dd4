import { TestingToken, type TestingTokenResource } from '@foyer/protocol/schemas/backend/tokens';
import type { BackendRoutes } from '../../platform/http/routes.ts';
import { createTestingToken } from './service.ts';

/** Tokens by which tests pass the bot protection. */
export function testingTokenBackendRoutes(routes: BackendRoutes): void {
  routes.post('/v1/testing_tokens', { summary: 'Create a testing token', tag: 'Testing Tokens', response: TestingToken }, async (ctx): Promise<TestingTokenResource> => {
    const { token, expiresAt } = createTestingToken(ctx);
    return { object: 'testing_token', token, expires_at: expiresAt };
  });
}
