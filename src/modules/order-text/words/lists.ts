/** The entries of a list that is written with commas between. */
export function wordList(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.replaceAll(/\s+/g, ' ').trim())
    .filter((entry) => entry !== '');
}

/** `hitam = htm, itm; putih = pth`: each name with its other writings. */
export function writings(text: string): Map<string, string[]> {
  return new Map(
    text.split(';').flatMap((entry): [string, string[]][] => {
      const [name = '', others = ''] = entry.split('=');
      return name.trim() === '' ? [] : [[name.replaceAll(/\s+/g, ' ').trim(), wordList(others)]];
    }),
  );
}
