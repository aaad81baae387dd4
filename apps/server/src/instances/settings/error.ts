/** What the API says of it. */
export type SettingsProblem = 'form_param_value_invalid' | 'session_lifetime_setting_missing' | 'form_session_inactivity_timeout_invalid';

/** A settings document that breaks the schema, or whose entries do not fit together: which entry, and what was expected. */
export class SettingsError extends Error {
  override name = 'SettingsError';
  readonly path: string;
  readonly code: SettingsProblem;
  constructor(path: string, message: string, code: SettingsProblem = 'form_param_value_invalid') {
    super(`Setting ${path} ${message}.`);
    this.path = path;
    this.code = code;
  }
}
