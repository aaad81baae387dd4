import { beforeAll, describe, expect, it } from 'vitest';
import { createProductionInstance, type ProductionInstance } from '../testing/production.ts';

describe('the page that a production instance sends a browser back to', () => {
  let test: ProductionInstance;
  beforeAll(async () => {
    test = await createProductionInstance();
  });

  /** Where a browser would end up, as it reads addresses itself; or the error. */
  async function endsUp(url: string): Promise<string> {
    const answer = await test.send('GET', '/v1/client/touch', { query: { redirect_url: url.replaceAll('OWN', test.domain) } });
    if (answer.status >= 400) return answer.body.errors[0].code;
    return new URL(String(answer.headers['location'])).hostname.replaceAll(test.domain, 'OWN');
  }

  it.each([
    ['https://OWN/page', 'OWN'],
    ['https://app.OWN/page?next=https://evil.example', 'app.OWN'],
    ['https://evil.example', 'redirect_url_domain_mismatch'],
    ['https://OWN.evil.example', 'redirect_url_domain_mismatch'],
    ['https://evilOWN', 'redirect_url_domain_mismatch'],
    ['https://evil.example#.OWN', 'redirect_url_domain_mismatch'],
    ['https://evil.example?.OWN', 'redirect_url_domain_mismatch'],
    ['https://evil.example\\@OWN', 'redirect_url_domain_mismatch'],
    ['https:\\\\evil.example\\OWN', 'redirect_url_domain_mismatch'],
    ['https:evil.example', 'redirect_url_domain_mismatch'],
    ['https://evil.example%2eOWN', 'evil.example.OWN'],
    ['https://evil.example／.OWN', 'invalid_redirect_url'],
    ['https://OWN@evil.example', 'invalid_redirect_url'],
    ['https://evil.example@OWN', 'invalid_redirect_url'],
    ['//evil.example', 'invalid_redirect_url'],
    ['\\\\evil.example', 'invalid_redirect_url'],
    ['/\\evil.example', 'invalid_redirect_url'],
    ['http://OWN', 'redirect_url_domain_mismatch'],
    ['javascript://OWN/%0aalert(1)', 'prohibited_redirect_url'],
    ['data:text/html,hello', 'prohibited_redirect_url'],
    ['https://OWN\r\nSet-Cookie: a=b', 'invalid_redirect_url'],
  ])('%j ends at %s', async (url, end) => {
    expect(await endsUp(url)).toBe(end);
  });
});
