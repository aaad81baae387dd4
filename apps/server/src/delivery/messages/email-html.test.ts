import { expect, it } from 'vitest';
import { asHtml } from './email-html.ts';
import { renderMessage } from './templates.ts';

it('has the application, the code large, and what follows it small', () => {
  const html = asHtml(renderMessage({ template: 'verification_code', variables: { code: '123456' } }, 'Fish & <Chips>'));
  expect(html).toContain('>Fish &amp; &lt;Chips&gt;</p>');
  expect(html).toMatch(/font-size:32px[^>]*>123456<\/p>/);
  expect(html).toMatch(/font-size:13px[^>]*>It is good for 10 minutes/);
});

it('has the link as a button and as an address to copy, and no way out of either', () => {
  const link = 'https://example.com/?a=1&b="><script>';
  const html = asHtml(renderMessage({ template: 'verification_link', variables: { link } }, 'Harbor'));
  expect(html.split('href="https://example.com/?a=1&amp;b=&quot;&gt;&lt;script&gt;"')).toHaveLength(3);
  expect(html).toContain('>Continue to Harbor</a>');
  expect(html).not.toContain('<script');
});

it('is all of one size where there is neither', () => {
  const html = asHtml(renderMessage({ template: 'password_changed', variables: {} }, 'Harbor'));
  expect(html).not.toContain('font-size:13px');
});
