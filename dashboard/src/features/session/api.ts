import { createClient } from 'ngorder-sdk';
import { currentLanguage } from '../../ui/language.ts';

/** The server that this page is from. The browser's own cookie says who is signed in: no script can read it. */
export const api = createClient({ base_url: '', language: currentLanguage, tries: 3 });

const DISTRICTS_SHOWN = 8;

/** Districts by words of their name, city or province. */
export async function findDistricts(keyword: string, signal: AbortSignal) {
  if (keyword === '') return [];
  return (await api.searchRegions({ keyword, per_page: DISTRICTS_SHOWN }, { signal })).data;
}
