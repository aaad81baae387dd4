import type { FastifyServerOptions } from 'fastify';

type Ajv = Parameters<NonNullable<NonNullable<FastifyServerOptions['ajv']>['onCreate']>>[0];
type Compile = (schema: object) => Validator;

interface Validator {
  (data: unknown): unknown;
  errors?: unknown;
}

/**
 * Has schemas compiled when the first request needs them. Compiling those of every route beforehand
 * takes a good part of the time to start, and most routes are never asked.
 */
export function compileWhenNeeded(ajv: Ajv): void {
  const compile = ajv.compile.bind(ajv) as Compile;
  ajv.compile = ((schema: object) => validatorOf(schema, compile)) as Ajv['compile'];
}

function validatorOf(schema: object, compile: Compile): Validator {
  let compiled: Validator | undefined;
  const validator: Validator = (data) => {
    compiled ??= compile(schema);
    const valid = compiled(data);
    // Where Fastify reads what was wrong.
    validator.errors = compiled.errors;
    return valid;
  };
  return validator;
}
