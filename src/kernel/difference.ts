/** What an edit changed: each field with what it was and what it is. */
export type Difference = Record<string, [before: unknown, after: unknown]>;

/**
 * The fields of `after` that `before` has with another value; fields that `before` does not have are left out.
 * For the payload of an event, where it can be read who changed what.
 */
export function differenceOf(before: object, after: object): Difference {
  const was = before as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(after).flatMap(([field, value]) =>
      field in was && JSON.stringify(was[field] ?? null) !== JSON.stringify(value ?? null)
        ? [[field, [was[field] ?? null, value ?? null]]]
        : [],
    ),
  ) as Difference;
}
