import { useSyncExternalStore } from 'react';

export const LANGUAGES = ['id', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED_AS = 'ngorder.language';
const listeners = new Set<() => void>();
let language: Language = readStored();

function readStored(): Language {
  const stored = globalThis.localStorage?.getItem(STORED_AS);
  return stored === 'en' ? 'en' : 'id';
}

/** The language of texts now: also that in which the server is asked to answer. */
export function currentLanguage(): Language {
  return language;
}

export function setLanguage(chosen: Language): void {
  language = chosen;
  globalThis.localStorage?.setItem(STORED_AS, chosen);
  document.documentElement.lang = chosen;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

type Text = string | ((...values: never[]) => string);
/** The same names with the same values to fill in; what the texts say differs. */
type SameAs<Texts> = {
  [Name in keyof Texts]: Texts[Name] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : string;
};
export type Strings<Texts> = Readonly<Record<Language, SameAs<Texts>>>;

/**
 * The texts of a feature. That both languages have the same names, and each takes the same values, is checked when this is
 * compiled.
 */
export function defineStrings<const Texts extends Record<string, Text>>(
  id: Texts,
  en: SameAs<NoInfer<Texts>>,
): Strings<Texts> {
  return { id: id as unknown as SameAs<Texts>, en };
}

/** Texts in the language of now; the component is drawn again when it changes. */
export function useStrings<Texts>(strings: Strings<Texts>): SameAs<Texts> {
  return strings[useLanguage()];
}
