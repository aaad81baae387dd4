/** Deprecated names of `appearance.variables` and what they are called now. */
const renamed: Record<string, string> = {
  colorText: 'colorForeground',
  colorTextOnPrimaryBackground: 'colorPrimaryForeground',
  colorTextSecondary: 'colorMutedForeground',
  colorInputText: 'colorInputForeground',
  colorInputBackground: 'colorInput',
  spacingUnit: 'spacing',
};

const kebab = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/**
 * Turns `appearance.variables` into the documented CSS custom properties (`colorPrimary` → `--clerk-color-primary`).
 * Set on a component's root, they win over the same properties set by the page. A colour scale counts by its 500 shade;
 * `fontSize` and `fontWeight` objects become one property a step (`--clerk-font-size-sm`).
 */
export function customPropertiesOf(variables: Record<string, unknown>): Record<string, string> {
  const properties: Record<string, string> = {};
  const set = (name: string, value: unknown) => {
    if (typeof value === 'string' || typeof value === 'number') properties[`--clerk-${kebab(name)}`] = String(value);
  };
  const entries = Object.entries(variables);
  // A deprecated name never beats its successor, whichever comes first in the object.
  const inOrder = [...entries.filter(([name]) => name in renamed), ...entries.filter(([name]) => !(name in renamed))];
  for (const [name, value] of inOrder) {
    const current = renamed[name] ?? name;
    if (typeof value !== 'object' || value === null) {
      set(current, value);
      continue;
    }
    const steps = value as Record<string, unknown>;
    set(current, steps['500'] ?? steps['md'] ?? steps['normal']);
    if (!name.startsWith('color')) for (const step in steps) set(`${current}-${step}`, steps[step]);
  }
  return properties;
}
