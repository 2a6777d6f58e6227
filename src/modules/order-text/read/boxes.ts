import type { RawLine } from './tables.ts';

const TICKED = String.raw`[☑☒✅✔🗹◉🔘]\uFE0F?|[([]\s?[vx✓✔√]\s?[)\]]`;
const UNTICKED = String.raw`[☐▢□◻⬜○◯]\uFE0F?|\(\s{0,3}\)|\[\s{0,3}\]`;
const BOX = new RegExp(`(?<ticked>${TICKED})|(?:${UNTICKED})`, 'giu');
const BEGINS = new RegExp(String.raw`^\s*(?:[-–•*]\s*)?(?:${TICKED}|${UNTICKED})\s*(?=[\p{L}\p{N}])`, 'iu');

interface Option {
  number: number;
  text: string;
  is_ticked: boolean;
}

/** What is chosen of boxes stays; what is not is told apart. */
export type TickedLine = RawLine & { is_unticked: boolean };

/**
 * Lines with the boxes of a form read: what is ticked stands as if it were written alone, what is not is marked so. Where
 * nothing is ticked all stand beside each other as a choice: "( ) JNE ( ) J&T" is "JNE / J&T". Ticks without a box that is
 * empty beside them are decoration.
 */
export function linesOfBoxes(lines: readonly RawLine[]): TickedLine[] {
  const read: TickedLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as RawLine;
    const group = groupFrom(lines, at);
    if (group.length > 1 || (BEGINS.test(line.text) && optionsIn(line).length === 1)) {
      read.push(...chosen('', group.flatMap(optionsIn), group));
      at += group.length - 1;
    } else {
      const options = optionsIn(line);
      const [first] = line.text.matchAll(BOX);
      if (options.length < 2) read.push({ ...line, is_unticked: false });
      else read.push(...chosen(line.text.slice(0, first?.index), options, [line]));
    }
  }
  return read;
}

/** The lines from one on that each begin with a box. */
function groupFrom(lines: readonly RawLine[], from: number): RawLine[] {
  const behind = lines.slice(from);
  const end = behind.findIndex(({ text }) => !BEGINS.test(text) || optionsIn({ number: 0, text }).length > 1);
  return end === -1 ? behind : behind.slice(0, end);
}

function optionsIn({ number, text }: RawLine): Option[] {
  const boxes = [...text.matchAll(BOX)];
  return boxes.flatMap(({ 0: box, index, groups }, at) => {
    const option = text.slice(index + box.length, boxes[at + 1]?.index).trim();
    return option === '' ? [] : [{ number, text: option, is_ticked: groups?.['ticked'] !== undefined }];
  });
}

function chosen(head: string, options: readonly Option[], lines: readonly RawLine[]): TickedLine[] {
  if (options.every(({ is_ticked }) => is_ticked))
    return lines.map((line) => ({ ...line, is_unticked: false }));
  const ticked = options.filter(({ is_ticked }) => is_ticked);
  if (ticked.length === 0) {
    const text = `${head}${options.map((option) => option.text).join(' / ')}`;
    return [{ number: options[0]?.number ?? 0, text, is_unticked: false }];
  }
  const of_line = (number: number) => options.filter((option) => option.number === number);
  return lines.flatMap(({ number }) => {
    const of_head = of_line(number).filter(({ is_ticked }) => is_ticked);
    return [
      ...(of_head.length === 0
        ? []
        : [{ number, text: `${head}${of_head.map(({ text }) => text).join(', ')}`, is_unticked: false }]),
      ...of_line(number)
        .filter(({ is_ticked }) => !is_ticked)
        .map(({ text }) => ({ number, text, is_unticked: true })),
    ];
  });
}
