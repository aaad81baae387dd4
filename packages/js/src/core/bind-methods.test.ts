import { expect, it } from 'vitest';
import { bindMethods } from './bind-methods.ts';

class Base {
  name = 'base';
  constructor() {
    bindMethods(this);
  }
  greet(): string {
    return `hello ${this.name}`;
  }
}

class Child extends Base {
  #secret = 42;
  override name = 'child';
  reveal(): number {
    return this.#secret;
  }
  override greet(): string {
    return `${super.greet()}!`;
  }
}

it('lets methods be taken out, overridden and called through a proxy', () => {
  const child = new Child();
  const { greet, reveal } = child;
  expect(greet()).toBe('hello child!');
  expect(reveal()).toBe(42);
  expect(new Proxy(child, {}).reveal()).toBe(42);
  expect(new Base().greet()).toBe('hello base');
  expect(Object.keys(child)).toEqual(['name']);
});
