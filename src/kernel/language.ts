export type Language = 'id' | 'en';

/** The caller's language by Accept-Language: `id` where it is preferred, else `en`. */
export function readLanguage(header: string | undefined): Language {
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const tag = part.split(';')[0]?.trim() ?? '';
    if (/^(id|in)\b/.test(tag)) return 'id';
    if (/^en\b/.test(tag)) return 'en';
  }
  return 'en';
}
