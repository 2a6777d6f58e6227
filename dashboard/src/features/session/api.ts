import { createClient } from 'ngorder-sdk';
import { currentLanguage } from '../../ui/language.ts';

/** The server that this page is from. The browser's own cookie says who is signed in: no script can read it. */
export const api = createClient({ base_url: '', language: currentLanguage, tries: 3 });
