import { afterEach, expect, it } from 'vitest';
import { connect } from './connection.ts';
import { script } from './script.ts';

const DEVELOPMENT = `pk_test_${btoa('quiet-otter-4.clerk.accounts.dev$')}`;
const PRODUCTION = `pk_live_${btoa('clerk.example.com$')}`;

afterEach(() => {
  script.url = undefined;
});

it.each([
  ['no script', undefined, 'http://localhost:4000'],
  ['a server on another port', 'http://localhost:4321/npm/@foyer/js@0/dist/clerk.browser.js', 'http://localhost:4321'],
  ['an instance under its slug', 'http://127.0.0.1:4000/i/shop/npm/@clerk/clerk-js@5/dist/clerk.browser.js', 'http://127.0.0.1:4000/i/shop'],
  ['the host in the key', 'https://quiet-otter-4.clerk.accounts.dev/npm/@clerk/clerk-js@5/dist/clerk.browser.js', 'https://quiet-otter-4.clerk.accounts.dev'],
  ['a CDN', 'https://cdn.example.com/npm/@clerk/clerk-js@5/dist/clerk.browser.js', 'http://localhost:4000'],
  ['the app itself', 'http://localhost:3000/assets/clerk.browser.js', 'http://localhost:4000'],
])('a development key is served by where the script came from: %s', (_name, url, server) => {
  script.url = url;
  expect(connect(DEVELOPMENT).baseUrl).toBe(server);
});

it('a proxy URL and a production key say themselves where the server is', () => {
  script.url = 'http://localhost:4321/npm/@foyer/js@0/dist/clerk.browser.js';
  expect(connect(DEVELOPMENT, { proxyUrl: 'http://localhost:5000' }).baseUrl).toBe('http://localhost:5000');
  expect(connect(PRODUCTION).baseUrl).toBe('https://clerk.example.com');
});
