import { expect, test } from 'vitest';
import { isBlankText, visibleText } from './visible-text.ts';

test('every character that Unicode calls a space or ignorable is known, but for selectors of pictures', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0xffff; code += 1) {
    const sign = String.fromCharCode(code);
    const is_space = /\p{Space_Separator}/u.test(sign);
    const is_unseen = /\p{Default_Ignorable_Code_Point}/u.test(sign);
    const is_selector = /\p{Variation_Selector}/u.test(sign);
    if (visibleText(sign) !== (is_space ? ' ' : is_unseen && !is_selector ? '' : sign))
      wrong.push(code.toString(16));
    if (isBlankText(sign) !== (sign.trim() === '' || is_unseen)) wrong.push(`blank ${code.toString(16)}`);
  }
  expect(wrong).toEqual([]);
});

test('a megabyte of what cannot be seen takes no longer than a request may hold up others', () => {
  for (const sign of ['a\u200b\u00a0\u200d', '👨\u200d', '\u200d', ' \u2060']) {
    const text = sign.repeat(1_000_000 / sign.length);
    const began = performance.now();
    visibleText(text);
    expect(performance.now() - began, sign).toBeLessThan(1_000);
  }
});
