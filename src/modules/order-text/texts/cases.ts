import { readFileSync } from 'node:fs';

export interface Case {
  title: string;
  text: string;
  /** `field: value` lines. */
  expected: [string, string][];
}

/** Texts with their meaning: `### title`, the text, `=>`, a line `field: value` for everything it says. */
export function casesOf(file: string): Case[] {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8');
  return source
    .split(/^### /m)
    .slice(1)
    .map((part) => {
      const [head = '', answer = ''] = part.split(/^=>$/m);
      const [title = '', ...lines] = head.split('\n');
      const expected = answer.split('\n').flatMap((line): [string, string][] => {
        const [, field, value] = /^(\w+): (.+)$/.exec(line) ?? [];
        return field === undefined || value === undefined ? [] : [[field, value.trim()]];
      });
      return { title: title.trim(), text: lines.join('\n'), expected };
    });
}
