/** Whether two words are the same but for one slip of typing; of long ones, two. Short ones must be alike. */
export function isSlipOf(word: string, other: string): boolean {
  const length = Math.min(word.length, other.length);
  // "2 liter" is no slip of "1 liter".
  if (length < 4 || /\d/.test(word + other)) return false;
  return editDistance(word, other) <= (length >= 9 ? 2 : 1);
}

/** Whether a word is another one without its vowels: "brkn" is "broken". */
export function isWithoutVowels(word: string, other: string): boolean {
  return (
    /^[^aeiou\d]{3,}$/.test(word) && other.length > word.length && other.replaceAll(/[aeiou]/g, '') === word
  );
}

/** Letters to add, take out, change or swap with the next one; 3 stands for all that is more than 2. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before_last: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const is_same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (is_same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before_last[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before_last = last;
    last = row;
  }
  return Math.min(3, last[b.length] ?? 3);
}
