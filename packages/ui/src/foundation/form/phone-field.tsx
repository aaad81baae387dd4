import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { useScope } from '../scope.ts';
import type { Country } from './countries.ts';
import { FieldFrame, inputAttributes, type FieldProps } from './field.tsx';

type Countries = typeof import('./countries.ts');

/** A phone number with a country picker. The form's value is in E.164 (`+4915112345678`), or empty. */
export function PhoneField<Name extends string>(props: FieldProps<Name> & { autoFocus?: boolean }) {
  const { cl, text } = useScope();
  const { form, name } = props;
  const [data, setData] = useState<Countries>();
  const [country, setCountry] = useState<Country>();
  const input = useRef<HTMLInputElement>(null);
  const value = form.values[name];
  // What stands in the field when the countries arrive may have been typed meanwhile.
  const latest = useRef(value);
  latest.current = value;
  const error = Boolean(form.errors[name]);

  useEffect(() => {
    let current = true;
    import('./countries.ts').then(loaded => {
      if (!current) return;
      setData(loaded);
      setCountry((latest.current && loaded.countryOf(latest.current)) || loaded.byIso(new Intl.Locale(navigator.language).maximize().region) || loaded.byIso('US'));
    }, console.error);
    return () => {
      current = false;
    };
  }, []);

  const change = (typed: string) => {
    const digits = typed.replace(/\D/g, '');
    if (!data || !country) return form.set(name, digits && `+${digits}`);
    // A number typed or filled in with its calling code chooses the country.
    const found = typed.trim().startsWith('+') ? data.countryOf(typed, country) : undefined;
    if (found) setCountry(found);
    const national = found ? digits.slice(found.code.length) : digits;
    form.set(name, national || found ? `+${(found ?? country).code}${national}` : '');
  };

  const choose = (iso: string) => {
    const next = data?.byIso(iso);
    if (!next) return;
    const national = country ? value.slice(country.code.length + 1) : '';
    setCountry(next);
    form.set(name, national && `+${next.code}${national}`);
    input.current?.focus();
  };

  const shown = data && country && value ? data.formatNational(country, value.slice(country.code.length + 1)) : value;
  const names = new Intl.DisplayNames([text.locale], { type: 'region' });

  return (
    <FieldFrame {...props}>
      <div class={cl('phoneInputBox', { error })} dir="ltr">
        <div class="f-country">
          <span aria-hidden="true">{country ? `${country.iso} +${country.code}` : '+'}</span>
          <Icon name="chevron" class={cl('selectButtonIcon', 'selectButtonIcon__countryCode')} />
          <select
            class={cl('selectButton', 'selectButton__countryCode')}
            aria-label={text('foyer.country')}
            value={country?.iso}
            onChange={event => choose(event.currentTarget.value)}
          >
            {data?.countries
              .map(({ iso, code }) => ({ iso, label: `${names.of(iso) ?? iso} (+${code})` }))
              .sort((a, b) => a.label.localeCompare(b.label, text.locale))
              .map(({ iso, label }) => (
                <option key={iso} value={iso}>
                  {label}
                </option>
              ))}
          </select>
        </div>
        <input
          {...inputAttributes(props)}
          ref={input}
          class={cl('input', 'formFieldInput', `formFieldInput__${name}`, { error })}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          autoFocus={props.autoFocus}
          value={shown}
          onInput={event => change(event.currentTarget.value)}
        />
      </div>
    </FieldFrame>
  );
}
