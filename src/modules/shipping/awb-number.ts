/** Whether a text can be an AWB number: 5 to 50 letters, digits, dots, dashes and slashes, with a digit among them. */
export function isAwbNumber(text: string): boolean {
  return /^[A-Z0-9][A-Z0-9._/-]{4,49}$/i.test(text) && /\d/.test(text);
}

/** As AWB numbers are compared: people and files write them in any letter case, and some with blanks. */
export function plainAwb(awb_number: string): string {
  return awb_number.replaceAll(/\s/g, '').toUpperCase();
}
