import type { NewInstance } from '../../instances/instances/service.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer, Browser } from '../../testing/browser.ts';

/** The code of an answer's first error. */
export const codeOf = (answer: Answer): string | undefined => answer.body.errors?.[0]?.code;

type Settings = NonNullable<NewInstance['settings']>;

/** An instance with organizations. */
export function organizedInstance(organizations: Settings['organizations'] = {}, settings: Settings = {}): Promise<TestInstance> {
  return createTestInstance({ settings: { ...settings, organizations: { enabled: true, ...organizations } } });
}

/** An organization that whoever is signed in there creates. */
export async function createOrganization(browser: Browser, form: Record<string, string> = { name: 'Acme' }): Promise<{ id: string; slug: string }> {
  const answer = await browser.post('/v1/organizations', form);
  if (answer.status !== 200) throw new Error(`No organization was created: ${answer.text}`);
  return answer.body.response;
}

/** Makes someone a member, by the instance's server. */
export async function addMember(test: TestInstance, organizationId: string, userId: string, role = 'org:member'): Promise<void> {
  const answer = await test.bapi('POST', `/v1/organizations/${organizationId}/memberships`, { json: { user_id: userId, role } });
  if (answer.status !== 200) throw new Error(`Nobody was added: ${answer.text}`);
}
