import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DELIBERATE, type Deliberate } from './deliberate.ts';
import { differences } from './differences.ts';
import { startFakeBackendApi } from './fake-backend-api.ts';
import { createBoth, type Outcome } from './sdks.ts';
import { TABLES } from './tables.ts';

/** Rows shown of each kind of difference. */
const EXAMPLES = 2;

/** Every reason that the protocol knows for a browser or a token being turned away. */
const REASONS = [
  'active-organization-mismatch',
  'client-uat-but-no-session-token',
  'dev-browser-missing',
  'dev-browser-sync',
  'primary-domain-cross-origin-sync',
  'primary-responds-to-syncing',
  'satellite-needs-syncing',
  'session-token-and-uat-missing',
  'session-token-but-no-client-uat',
  'session-token-expired-refresh-expired-session-token-missing-sid-claim',
  'session-token-expired-refresh-invalid-session-token',
  'session-token-expired-refresh-non-eligible-no-refresh-cookie',
  'session-token-expired-refresh-non-eligible-non-get',
  'session-token-expired-refresh-refresh_token_revoked',
  'session-token-expired-refresh-unexpected-bapi-error',
  'session-token-iat-before-client-uat',
  'session-token-iat-in-the-future',
  'session-token-missing',
  'session-token-nbf',
  'token-type-mismatch',
];

describe('authenticateRequest, the official one and ours, given the same requests', () => {
  let api: Awaited<ReturnType<typeof startFakeBackendApi>>;
  let both: ReturnType<typeof createBoth>;
  const reasons = new Set<string>();
  const shown = new Set<Deliberate>();

  beforeAll(async () => {
    // Both say a lot about bad tokens, which these rows are full of.
    for (const method of ['log', 'warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => {});
    api = await startFakeBackendApi();
    both = createBoth(api.url);
  });

  afterAll(() => api.stop());

  it.each(Object.entries(TABLES).map(([about, rows]) => ({ about, count: rows.length, rows })))('$about: $count rows', async ({ rows }) => {
    const found = new Map<string, string[]>();
    for (const row of rows) {
      const [official, ours] = [await both.official(row), await both.ours(row)];
      if (official.reason) reasons.add(official.reason);
      const difference = tellingDifferences(official, ours).join('\n  ');
      if (!difference) continue;
      const deliberate = DELIBERATE.find((one) => one.covers(row, official, ours));
      if (deliberate) shown.add(deliberate);
      else found.set(difference, [...(found.get(difference) ?? []), `${row.type}: ${row.name}`]);
    }
    if (found.size > 0) expect.fail(`official | ours\n${describeAll(found)}`);
  });

  it('has met every reason', () => {
    expect([...reasons].filter((reason) => REASONS.includes(reason)).sort()).toEqual(REASONS);
  });

  it('still differs where it is meant to', () => {
    expect(DELIBERATE.filter((one) => !shown.has(one)).map(({ why }) => why)).toEqual([]);
  });
});

/** Where the decisions differ, so does everything else. */
function tellingDifferences(official: Outcome, ours: Outcome): string[] {
  const decision = differences(decisionOf(official), decisionOf(ours));
  return decision.length > 0 ? decision : differences(official, ours);
}

function decisionOf({ threw, status, reason }: Outcome): object {
  return { threw, status, reason };
}

/** The most frequent first, each with some of the rows that show it. */
function describeAll(found: Map<string, string[]>): string {
  return [...found]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([difference, rows]) => [`${rows.length} rows:`, difference, ...rows.slice(0, EXAMPLES).map((row) => `for ${row}`)].join('\n  '))
    .join('\n');
}
