import { type Static, Type } from 'typebox';
import { Metadata, resource, Text } from '../parts.ts';

export const ErrorObject = resource('Error', {
  code: Text,
  message: Text,
  long_message: Text,
  meta: Type.Optional(Metadata),
});

export const Errors = resource(
  'Errors',
  {
    errors: Type.Array(ErrorObject),
    meta: Type.Optional(Metadata),
    clerk_trace_id: Text,
  },
  'What every refusal looks like. Browsers show `long_message`, programs read `code`.',
);
export type ErrorsResource = Static<typeof Errors>;
