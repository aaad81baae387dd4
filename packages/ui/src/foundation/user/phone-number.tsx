import { useChunk } from '../flow/use-chunk.ts';

/** Without it numbers stay as they are. */
const loadCountries = () => import('../form/countries.ts').catch(() => undefined);

/** A phone number as people write it, `+1 (415) 555-0142`: as it is stored until the list of countries is there. */
export function PhoneNumber({ value, class: className }: { value: string; class?: string }) {
  const countries = useChunk(loadCountries);
  const country = countries?.countryOf(value);
  const text = countries && country ? `+${country.code} ${countries.formatNational(country, value.slice(country.code.length + 1))}` : value;
  return (
    <bdi class={className} dir="ltr">
      {text}
    </bdi>
  );
}
