import type { Context } from '../../../kernel/context.ts';
import { correctSlips } from './correct-slips.ts';
import { keywordWords } from './keyword-words.ts';
import { searchSql, type Search, type SearchedVariations } from './search-rule.ts';

/** What a search found; `total` is 0 where that is nothing. */
interface Found {
  total: number;
}

/**
 * Searches by one rule: every word of the keyword is part of the name of the product or of the colour, size or SKU
 * (with or without its hyphens) of the variation, in any order, ignoring case and accents; all characters are plain
 * text. Only if nothing is found, words that differ by a typing error match too: a correct keyword finds exactly what
 * was typed.
 * @param find executes a search; called at most twice, with one statement in between
 * @returns undefined if the keyword has no words, so that everything matches
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
