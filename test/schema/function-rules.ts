import { shopColumns } from '../statements/shop-conditions.ts';

/** A function of the database, as a migration creates it or the catalogue has it. */
export interface CatalogFunction {
  name: string;
  language: string;
  parameters: readonly { name: string; type: string }[];
  returns: string;
  /** All of it, as SQL. */
  text: string;
}

/**
 * What keeps a function from running on the node that holds a shop (docs/scale.md): a table's row type, which a part of the
 * table doesn't have; and, where it reads or writes tables of shops, another language than plpgsql or no shop as its first
 * parameter, by which the engine finds the node.
 * @returns undefined where all is well
 */
export function functionFault({
  name,
  language,
  parameters,
  returns,
  text,
}: CatalogFunction): string | undefined {
  const row_type = [...parameters.map(({ type }) => type), returns].find((type) =>
    shopColumns.has(type.replace(/^setof /i, '').replace(/\[\]$/, '')),
  );
  if (row_type !== undefined) return `${name} has the row type ${row_type}`;
  const words = new Set(text.replaceAll(/--.*$/gm, '').match(/\w+/g));
  const tables = [...shopColumns.keys()].filter((table) => words.has(table));
  if (tables.length === 0) return undefined;
  const [first] = parameters;
  const has_shop =
    first !== undefined && /(?:^|_)shop(?:_|$)/.test(first.name) && /^(?:bigint|int8)$/.test(first.type);
  return language === 'plpgsql' && has_shop
    ? undefined
    : `${name} works on ${tables.join(', ')} and is not a plpgsql function with the shop as its first parameter`;
}
