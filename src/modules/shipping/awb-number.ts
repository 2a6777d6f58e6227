/** Whether a text can be an AWB number: 5 to 50 letters, digits, dots, dashes and slashes, with a digit among them. */
export function isAwbNumber(text: string): boolean {
  return /^[A-Z0-9][A-Z0-9._/-]{4,49}$/i.test(text) && /\d/.test(text);
}
