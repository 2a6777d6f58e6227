/** A part of a sentence that stands out. */
interface Emphasis {
  strong: string;
}

/** A sentence in parts, some of which stand out. Names in it are whatever customers wrote. */
export type Sentence = readonly (string | Emphasis)[];

/** Makes what it is given stand out. */
export function strong(text: string | number): Emphasis {
  return { strong: String(text) };
}

/** A sentence: sentence`${strong(name)} has ordered ${goods}`. */
export function sentence(
  fixed: TemplateStringsArray,
  ...values: readonly (string | number | Emphasis)[]
): Sentence {
  return fixed.flatMap((text, index) => {
    const value = values[index];
    if (value === undefined) return [text];
    return [text, typeof value === 'number' ? String(value) : value];
  });
}

/** As HTML, in which nothing but `<strong>` is markup. */
export function htmlOf(parts: Sentence): string {
  return parts
    .map((part) => (typeof part === 'string' ? escaped(part) : `<strong>${escaped(part.strong)}</strong>`))
    .join('');
}

/** As plain text. */
export function plainOf(parts: Sentence): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.strong)).join('');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A text, cut to so many characters. */
export function shortened(text: string, characters: number): string {
  const all = Array.from(text);
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join('')}…`;
}
