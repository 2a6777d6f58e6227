/** Spaces of a width of their own, and those that hold words together. */
const OTHER_SPACES = /[\p{Space_Separator}--[ ]]/gv;

/**
 * What cannot be seen: characters without width, soft hyphens, marks of direction. Not the selectors, joiners and tags
 * that pictures are made of.
 */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}--[\p{Variation_Selector}\u200c-\u200d\u{e0000}-\u{e0fff}]]/gv;

/** Joiners that join nothing: they stand between two pictures, or in words of scripts that need them, as Arabic or Sinhala. */
const IDLE_JOINERS =
  /(?<![[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]--\p{Script=Latin}])[\u200c-\u200d]|[\u200c-\u200d](?![[\p{L}\p{M}\p{Extended_Pictographic}]--\p{Script=Latin}])/gv;

/** Whether there is anything to be done: hardly any text has it. */
const UNUSUAL = /[[\p{Space_Separator}--[ ]][\p{Default_Ignorable_Code_Point}--\p{Variation_Selector}]]/v;

const NOTHING_VISIBLE = /^[\s\p{Default_Ignorable_Code_Point}]*$/v;

/**
 * A text without the characters that chats, web pages and spreadsheets put into what is copied from them, and that nobody
 * sees: two texts that look the same are then the same. Every space is a plain one; line ends and tabs stay.
 */
export function visibleText(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text.replaceAll(OTHER_SPACES, ' ').replaceAll(INVISIBLE, '').replaceAll(IDLE_JOINERS, '');
}

/** Whether there is nothing to see in a text. */
export function isBlankText(text: string): boolean {
  return NOTHING_VISIBLE.test(text);
}
