import type { Context } from '../../../kernel/context.ts';
import { correctSlips } from './correct-slips.ts';
import { keywordWords } from './keyword-words.ts';
import { searchSql, type Search, type SearchedVariations } from './search-rule.ts';

/** What a search found; `total` is 0 where that is nothing. */
interface Found {
  total: number;
}

/**
 * Searches by the one rule: every word of the keyword is a part of the product's name or the variation's colour,
 * size or SKU (with or without its dashes), in any order, whatever case and accents; all signs are plain text.
 * Only where that finds nothing at all, words that are a slip of typing away count too: somebody who typed right
 * gets what was typed and nothing else.
 * @param find reads what a search finds; called twice at most, with one statement between
 * @returns undefined where the keyword has no words, so that it asks for everything
 */
export async function findByKeyword<Result extends Found>(
  context: Context,
  keyword: string | undefined,
  searched: SearchedVariations,
  find: (search: Search) => Promise<Result>,
): Promise<Result | undefined> {
  const words = keywordWords(keyword ?? '');
  if (words.length === 0) return undefined;
  const found = await find(
    searchSql(
      context,
      words.map((word) => [word]),
      searched,
    ),
  );
  if (found.total > 0) return found;
  const meant = await correctSlips(context, words);
  return meant === undefined ? found : find(searchSql(context, meant, searched));
}
