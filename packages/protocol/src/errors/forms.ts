/** Errors of parameters: missing, malformed, taken, too weak. */
import type { ErrorTable } from './definition.ts';

export const FORM_ERRORS = {
  form_already_exists: { status: 422, message: 'Already exists', longMessage: '{field} is already in use. Choose another one.' },
  form_code_incorrect: {
    status: 422,
    message: 'Incorrect code',
    longMessage: 'This code is not correct. Check it and try again, or ask for a new one.',
  },
  form_conditional_param_disallowed: {
    status: 422,
    message: 'Parameter not allowed here',
    longMessage: '{field} cannot be used together with the other parameters of this request. Leave it out.',
  },
  form_conditional_param_missing: {
    status: 422,
    message: 'Parameter missing',
    longMessage: '{field} is needed with the other parameters of this request. Add it.',
  },
  form_conditional_param_value_disallowed: {
    status: 422,
    message: 'Value not allowed here',
    longMessage: 'This value of {field} cannot be used together with the other parameters of this request.',
  },
  form_data_missing: { status: 422, message: 'Data missing', longMessage: 'The user lacks required data: {names}.' },
  form_disable_default_second_factor_not_allowed: {
    status: 422,
    message: 'Default second factor',
    longMessage: 'The default second factor cannot be turned off. Make another one the default first.',
  },
  form_disallow_future_date: { status: 422, message: 'Date in the future', longMessage: '{field} must not be in the future.' },
  form_email_address_blocked: {
    status: 403,
    message: 'Email address not accepted',
    longMessage: 'This email address is not accepted. Please use another one.',
  },
  form_identifier_exists: {
    status: 422,
    message: 'Already taken',
    longMessage: '{field} is already taken. Use another one, or sign in with it.',
  },
  form_identifier_not_found: {
    status: 422,
    message: 'Account not found',
    longMessage: 'No account was found for this. Check the spelling, or sign up.',
  },
  form_incorrect_signature: {
    status: 422,
    message: 'Incorrect signature',
    longMessage: 'The signature does not fit this wallet. Sign the message again.',
  },
  form_invalid_origin: { status: 422, message: 'Invalid origin', longMessage: '{field} is not a valid origin, such as https://example.com.' },
  form_param_array_size_exceeded: {
    status: 422,
    message: 'Too many values',
    longMessage: '{field} holds too many values. Send fewer.',
  },
  form_param_duplicate: { status: 422, message: 'Duplicate parameter', longMessage: '{field} was given more than once. Send it once.' },
  form_param_exceeds_allowed_size: {
    status: 422,
    message: 'Too large',
    longMessage: '{field} is larger than allowed. Make it smaller.',
  },
  form_param_format_invalid: {
    status: 422,
    message: 'Invalid format',
    longMessage: '{field} does not have the right form. Check it for typing errors.',
  },
  form_param_invalid_date: { status: 422, message: 'Invalid date', longMessage: '{field} must be a date, such as 2025-11-23.' },
  form_param_invalid_time: { status: 422, message: 'Invalid time', longMessage: '{field} must be a time in RFC 3339 form.' },
  form_param_max_length_exceeded: {
    status: 422,
    message: 'Too long',
    longMessage: '{field} may have at most {max} characters. Please shorten it.',
  },
  form_param_min_length_exceeded: {
    status: 422,
    message: 'Too short',
    longMessage: '{field} must have at least {min} characters.',
  },
  form_param_missing: { status: 422, message: 'Missing', longMessage: '{field} is missing. Please add it.' },
  form_param_nil: { status: 422, message: 'Empty', longMessage: '{field} cannot be empty. Please enter it.' },
  form_param_type_invalid: { status: 422, message: 'Wrong type', longMessage: '{field} has the wrong type: it must be {type}.' },
  form_param_unknown: {
    status: 422,
    message: 'Unknown parameter',
    longMessage: '{field} is not a parameter of this request. Remove it.',
  },
  form_param_value_disabled: {
    status: 400,
    message: 'Not enabled',
    longMessage: 'This value of {field} is turned off for this instance.',
  },
  form_param_value_invalid: { status: 422, message: 'Invalid value', longMessage: '{field} is not valid. Please correct it.' },
  form_param_value_too_large: { status: 422, message: 'Too large', longMessage: '{field} may be at most {max}.' },
  form_password_digest_invalid_code: {
    status: 422,
    message: 'Invalid password digest',
    longMessage: 'The digest does not fit the password hasher. Check both.',
  },
  form_password_incorrect: {
    status: 422,
    message: 'Incorrect password',
    longMessage: 'This password is not correct. Try again, or reset it.',
  },
  form_password_length_too_long: {
    status: 422,
    message: 'Password too long',
    longMessage: 'Your password may have at most {max} characters.',
  },
  form_password_length_too_short: {
    status: 422,
    message: 'Password too short',
    longMessage: 'Your password must have at least {min} characters.',
  },
  form_password_no_lowercase: {
    status: 422,
    message: 'Lower-case letter missing',
    longMessage: 'Your password must have at least one lower-case letter.',
  },
  form_password_no_number: { status: 422, message: 'Digit missing', longMessage: 'Your password must have at least one digit.' },
  form_password_no_special_char: {
    status: 422,
    message: 'Special character missing',
    longMessage: 'Your password must have at least one of these characters: {characters}',
  },
  form_password_no_uppercase: {
    status: 422,
    message: 'Capital letter missing',
    longMessage: 'Your password must have at least one capital letter.',
  },
  form_password_not_strong_enough: {
    status: 422,
    message: 'Password too weak',
    longMessage: 'This password is easy to guess. Choose a longer or less common one.',
  },
  form_password_pwned: {
    status: 422,
    message: 'Password found in a breach',
    longMessage: 'This password has appeared in a data breach and is not safe. Please choose another one.',
  },
  form_password_size_in_bytes_exceeded: {
    status: 422,
    message: 'Password too long',
    longMessage: 'Your password may take at most {max} bytes. Shorten it, or use fewer special characters.',
  },
  form_password_validation_failed: {
    status: 422,
    message: 'Password not valid',
    longMessage: 'This password does not meet the requirements. Please choose another one.',
  },
  form_resource_not_found: {
    status: 422,
    message: 'Not found',
    longMessage: '{field} names something that does not exist. Check the id.',
  },
  form_session_inactivity_timeout_invalid: {
    status: 422,
    message: 'Inactivity timeout too long',
    longMessage: 'The inactivity timeout must be shorter than the maximum lifetime.',
  },
  form_username_invalid_character: {
    status: 422,
    message: 'Character not allowed',
    longMessage: 'Usernames may have letters, digits, `-` and `_` only.',
  },
  form_username_invalid_length: {
    status: 422,
    message: 'Wrong length',
    longMessage: 'Usernames must have between {min} and {max} characters.',
  },
  form_username_needs_non_number_char: {
    status: 422,
    message: 'Only digits',
    longMessage: 'Usernames must have at least one character that is not a digit.',
  },
  form_verification_needed: { status: 422, message: 'Not verified', longMessage: '{field} must be verified first.' },
  insecure_url: { status: 422, message: 'Insecure URL', longMessage: '{field} must begin with https://.' },
  invalid_redirect_url: {
    status: 422,
    message: 'Redirect URL not allowed',
    longMessage: 'This redirect URL is not allowed. Use an absolute URL of this application.',
  },
  invalid_url_scheme: { status: 422, message: 'Invalid URL scheme', longMessage: '{field} must begin with https:// or a scheme of your own app.' },
  prohibited_redirect_url: { status: 422, message: 'Redirect URL not allowed', longMessage: 'Redirect URLs must not use this scheme.' },
  redirect_url_domain_mismatch: {
    status: 422,
    message: 'Redirect URL of another domain',
    longMessage: 'The redirect URL must be on a domain of this application.',
  },
  redirect_url_too_long: { status: 422, message: 'Redirect URL too long', longMessage: 'The redirect URL is too long. Please shorten it.' },
} as const satisfies ErrorTable;
