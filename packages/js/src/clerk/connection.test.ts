import { afterEach, describe, expect, it } from 'vitest';
import { DEVELOPMENT_KEY, PRODUCTION_KEY } from '../testing/fixtures.ts';
import { connect } from './connection.ts';
import { script } from './script.ts';

afterEach(() => { script.url = undefined; });

const SCRIPT = 'http://localhost:4210/i/glad-fox-1/npm/@clerk/clerk-js@5/dist/clerk.browser.js';

describe('a development key', () => {
  it.each([
    ['at the proxy URL', { proxyUrl: 'http://localhost:4700/' }, SCRIPT, 'http://localhost:4700'],
    ['where the script came from', {}, SCRIPT, 'http://localhost:4210/i/glad-fox-1'],
    ['at the local server', {}, undefined, 'http://localhost:4000'],
    ['at the local server, when the app hosts the script', {}, 'https://app.example.com/clerk.browser.js', 'http://localhost:4000'],
  ])('is reached %s', (_, options, scriptUrl, expected) => {
    script.url = scriptUrl;
    expect(connect(DEVELOPMENT_KEY, options)).toMatchObject({ baseUrl: expected, needsDevBrowser: true, instanceType: 'development' });
  });
});

describe('a production key', () => {
  it.each([
    ['at its host', {}, 'https://clerk.example.com'],
    ['at the proxy URL', { proxyUrl: 'https://www.example.com/__clerk' }, 'https://www.example.com/__clerk'],
    ['at the satellite domain', { domain: 'https://satellite.test' }, 'https://clerk.satellite.test'],
    ['at the satellite domain, named in full', { domain: 'clerk.satellite.test' }, 'https://clerk.satellite.test'],
  ])('is reached %s', (_, options, expected) => {
    script.url = SCRIPT;
    expect(connect(PRODUCTION_KEY, options)).toMatchObject({ baseUrl: expected, needsDevBrowser: false, instanceType: 'production' });
  });
});

it('names the domain of a satellite as documented', () => {
  const domainOf = (key: string, domain?: string) => connect(key, { domain }).domain;
  expect(domainOf(PRODUCTION_KEY, 'satellite.test')).toBe('clerk.satellite.test');
  expect(domainOf(DEVELOPMENT_KEY, 'http://localhost:3001')).toBe('localhost:3001');
  expect(domainOf(PRODUCTION_KEY)).toBe('');
});
