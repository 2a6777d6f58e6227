/** What a list shows, as it stands in the address: texts alone, so that an address can be read, shared and kept. */
export type ListState<Name extends string> = { readonly [Key in Name]?: string };

/** Of what an address has, the parameters of this list; the rest is left out. */
export function readListState<const Name extends string>(
  names: readonly Name[],
): (search: Record<string, unknown>) => ListState<Name> {
  return (search) => {
    const state: { [Key in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' && value !== '') state[name] = value.slice(0, 200);
    }
    return state;
  };
}

/** Addresses as every browser writes them: no quotation marks, no JSON. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    if (typeof value === 'string' && value !== '') parameters.set(name, value);
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}
