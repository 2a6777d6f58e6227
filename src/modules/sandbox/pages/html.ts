/** A piece of a page: what is put into it is escaped, unless it is such a piece itself. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | undefined | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');

/** Writes a piece of a page. Attributes stand in double quotation marks. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  const write = (part: Part): string => {
    if (part === undefined) return '';
    if (part instanceof Html) return part.text;
    return typeof part === 'object' ? part.map(({ text }) => text).join('') : escapeHtml(String(part));
  };
  return new Html(texts.map((text, at) => text + write(parts[at])).join(''));
}
