/** A condition that a list can be filtered by, and the parameter of the address that holds it. */
export type Filter<Name extends string = string> = { name: Name; label: string } & (
  | { kind: 'choice'; choices: readonly { value: string; label: string }[] }
  | { kind: 'day' }
  | { kind: 'amount' }
);

/** What a filter that is set says, in a few words. */
export function filterText(filter: Filter, value: string, formatDay: (day: string) => string): string {
  switch (filter.kind) {
    case 'choice':
      return `${filter.label}: ${filter.choices.find((choice) => choice.value === value)?.label ?? value}`;
    case 'day':
      return `${filter.label} ${formatDay(value)}`;
    case 'amount':
      return `${filter.label} ${value}`;
  }
}
