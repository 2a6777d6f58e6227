/** The line of the text that a value was read from; '' where its words stand in none, as of a district that a postal code told. */
export function wordsOf(text: string, value: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const digits = value.replaceAll(/\D/g, '').replace(/^62|^0/, '');
  const wanted = value.toLowerCase();
  const whole = lines.find((line) => line !== '' && line.toLowerCase().includes(wanted));
  if (whole !== undefined && wanted !== '') return whole;
  if (digits.length >= 7) return lines.find((line) => line.replaceAll(/\D/g, '').includes(digits)) ?? '';
  const [first = ''] = wanted.split(/[,\n]/);
  return (first.length > 2 && lines.find((line) => line.toLowerCase().includes(first))) || '';
}
