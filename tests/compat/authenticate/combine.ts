type Choices = Record<string, Record<string, unknown>>;

/** One of each choice. */
export type Combination<C extends Choices> = { [Name in keyof C]: C[Name][keyof C[Name]] };

/**
 * All combinations of named choices: `combine({ colour: { red: 1, blue: 2 }, size: { big: 3 } })` gives
 * "colour red, size big" with `{ colour: 1, size: 3 }`, and so on.
 */
export function combine<C extends Choices>(choices: C): { name: string; values: Combination<C> }[] {
  let rows: { name: string; values: Record<string, unknown> }[] = [{ name: '', values: {} }];
  for (const [dimension, variants] of Object.entries(choices)) {
    rows = rows.flatMap((row) =>
      Object.entries(variants).map(([variant, value]) => ({
        name: `${row.name}${row.name && ', '}${dimension} ${variant}`,
        values: { ...row.values, [dimension]: value },
      })),
    );
  }
  return rows as { name: string; values: Combination<C> }[];
}
