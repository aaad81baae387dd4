import { describe, expect, it } from 'vitest';
import { decodeForm } from './form.ts';
import { CreateSignUpParams } from './requests/sign-ups.ts';
import { UserIdsParams } from './requests/users.ts';

describe('decodeForm', () => {
  it('reads JSON text, empty texts and single list items', () => {
    expect(decodeForm(CreateSignUpParams, { unsafe_metadata: '{"plan":"a"}', first_name: '', transfer: 'true' })).toEqual({
      unsafe_metadata: { plan: 'a' },
      first_name: null,
      transfer: 'true',
    });
    expect(decodeForm(UserIdsParams, { user_ids: 'user_1' })).toEqual({ user_ids: ['user_1'] });
  });

  it('leaves what does not fit to the validator', () => {
    const form = { unsafe_metadata: '{', username: ['a', 'b'], constructor: 'x', unknown: '' };
    expect(decodeForm(CreateSignUpParams, form)).toEqual(form);
  });
});
