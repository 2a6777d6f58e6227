import { z } from 'zod';
import { sheetErrors } from './errors.ts';
import { clearable, text } from '../http/input.ts';
import { plainTitle, type SoughtColumn } from './match-titles.ts';

/** Titles of columns as a client names them; null: the file has no such column. */
export type ColumnChoice<Key extends string> = { [key in Key]?: string | null | undefined };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A field in which a client says which columns of its file are what: an object, or its JSON in a form. */
export function columnChoice<const Key extends string>(keys: readonly Key[]) {
  const title = () => clearable(text({ max: 200 }));
  const titles = Object.fromEntries(keys.map((key) => [key, title()])) as Record<
    Key,
    ReturnType<typeof title>
  >;
  return z
    .preprocess((value, context) => {
      if (value === undefined || value === null || value === '') return undefined;
      const choice = typeof value === 'string' ? parsed(value) : value;
      if (typeof choice === 'object' && choice !== null && !Array.isArray(choice)) return choice;
      context.addIssue({ code: 'custom', params: { code: 'column_choice' } });
      return z.NEVER;
    }, z.strictObject(titles).optional())
    .describe(
      'JSON with the titles of columns that are not recognised by themselves, such as ' +
        `\`{"${keys[0]}": "Judul Kolom"}\`; null: the column is not read. Keys: ${keys.join(', ')}.`,
    );
}

/**
 * What is looked for once a client has named columns: a column that is named has that title and no other and has to be
 * there, and one that is null is not looked for.
 * @throws Refusal 422 on `columns` if a title is named for two, or a column that is needed is left out
 */
export function withChosen<Key extends string>(
  sought: readonly SoughtColumn<Key>[],
  chosen: ColumnChoice<Key>,
): SoughtColumn<Key>[] {
  const titles = new Set<string>();
  const named = sought.flatMap(({ key, is_needed }) => {
    const title = chosen[key];
    const field = `columns.${key}`;
    if (title === null && is_needed === true) throw sheetErrors.refuseField('column_left_out', field);
    if (typeof title === 'string' && titles.has(plainTitle(title)))
      throw sheetErrors.refuseField('column_chosen_twice', field, { title });
    if (typeof title === 'string') titles.add(plainTitle(title));
    return typeof title === 'string' ? [{ key, titles: [title], is_needed: true }] : [];
  });
  // Those that are named come first: of equal ranks the first is taken.
  return [...named, ...sought.filter(({ key }) => chosen[key] === undefined)];
}
