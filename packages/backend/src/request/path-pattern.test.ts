import { describe, expect, it } from 'vitest';
import { compilePathPatterns } from './path-pattern.ts';

describe('compilePathPatterns', () => {
  it.each<[string, string, Record<string, string> | null]>([
    ['/orgs/:slug', '/orgs/acme', { slug: 'acme' }],
    ['/orgs/:slug', '/orgs/acme/', { slug: 'acme' }],
    ['/orgs/:slug', '/ORGS/acme', { slug: 'acme' }],
    ['/orgs/:slug', '/orgs', null],
    ['/orgs/:slug', '/orgs/acme/more', null],
    ['/orgs/:slug/(.*)', '/orgs/acme/a/b', { slug: 'acme', 1: 'a/b' }],
    ['/app/:any/orgs/:id', '/app/1/orgs/org_1', { any: '1', id: 'org_1' }],
    ['/:id(org_\\w+)', '/org_1', { id: 'org_1' }],
    ['/:id(org_\\w+)', '/user_1', null],
    ['/orgs/:slug?', '/orgs', { slug: '' }],
    ['/files/:rest*', '/files/a/b', { rest: 'a/b' }],
    ['/files/:rest*', '/files', { rest: '' }],
    ['/files/:rest+', '/files', null],
    ['/a.b', '/a.b', {}],
    ['/a.b', '/axb', null],
    ['/a\\:b', '/a:b', {}],
    ['/orgs/:slug', '/orgs/%C3%BC', { slug: 'ü' }],
    ['/orgs/:slug', '/orgs/%', { slug: '%' }],
  ])('%s on %s', (pattern, path, expected) => {
    expect(compilePathPatterns([pattern])(path)).toEqual(expected);
  });

  it('takes the first pattern that matches', () => {
    expect(compilePathPatterns(['/a/:x', '/:y/b'])('/a/b')).toEqual({ x: 'b' });
  });

  it('refuses what is no pattern', () => {
    expect(() => compilePathPatterns(['/:id([)'])).toThrow('Invalid path pattern "/:id([)"');
  });
});
