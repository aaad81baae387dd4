import { frontendApiPattern, requireFrontendApi, TESTING_TOKEN_PARAM, withCaptchaBypassed } from '../frontend-api.ts';
import type { SetupClerkTestingTokenOptions } from '../types.ts';
import type { CypressCommands, CypressProgram } from './cypress.ts';

/**
 * Lets the page under test pass the bot protection: its requests to the Frontend API carry the testing
 * token, and no captcha is asked for.
 *
 * @throws Error when `clerkSetup()` has not been called
 */
export function setupClerkTestingToken({ options }: { options?: SetupClerkTestingTokenOptions } = {}): void {
  const { Cypress, cy } = globalThis as unknown as { Cypress: CypressProgram; cy: CypressCommands };
  interceptFrontendApi(Cypress, cy, options);
}

export function interceptFrontendApi(Cypress: CypressProgram, cy: CypressCommands, options: SetupClerkTestingTokenOptions = {}): void {
  const frontendApi = requireFrontendApi(options.frontendApiUrl || text(Cypress.env('CLERK_FAPI')));
  const token = text(Cypress.env('CLERK_TESTING_TOKEN'));
  cy.intercept(frontendApiPattern(frontendApi), (request) => {
    if (token) request.query[TESTING_TOKEN_PARAM] = token;
    request.continue((response) => {
      response.body = withCaptchaBypassed(response.body);
    });
  });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
