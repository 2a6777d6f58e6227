import { ROWS, type Figures, type Row, type RowName } from './measure-turn.ts';
import type { Peer } from './peer.ts';

/**
 * Prints the table as the docs show it: how many times better the product is than each of the others, then the figures. A
 * ratio is the median of those of the rounds, as what else the machine did met the turns of a round.
 * @param of first the product
 */
export function printTable(of: [Peer, Figures[]][]): void {
  const [[product, ours] = [], ...others] = of;
  if (product === undefined || ours === undefined) return;
  const names = others.map(([peer]) => peer.name);
  const all = [product.name, ...names];
  line([
    '',
    ...names.map((name) => `better than ${name}`),
    ...all,
    ...all.map((name) => `${name} of bare SQL`),
  ]);
  line(['---', ...[...names, ...all, ...all].map(() => '---:')]);
  for (const [name, row] of Object.entries(ROWS) as [RowName, Row][]) {
    const values = (figures: Figures[]) => figures.map(({ measured }) => measured[name] ?? Number.NaN);
    const ratios = others.map(([, theirs]) => {
      const [better, worse] = row.is_cost ? [values(ours), values(theirs)] : [values(theirs), values(ours)];
      return times(median(worse.map((value, round) => value / (better[round] ?? Number.NaN))));
    });
    const bare = ours.map((figures) => figures.bare[name] ?? Number.NaN);
    line([
      row.title,
      ...ratios,
      ...of.map(([, figures]) => shown(median(values(figures)), row)),
      ...of.map(([, figures]) =>
        share(median(values(figures).map((value, round) => value / (bare[round] ?? Number.NaN)))),
      ),
    ]);
  }
}

function line(cells: string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

function shown(value: number, { unit, digits }: Row): string {
  return Number.isNaN(value) ? '–' : `${value.toFixed(value >= 100 ? 0 : digits)} ${unit}`;
}

function times(ratio: number): string {
  return Number.isNaN(ratio) ? '–' : `${ratio.toFixed(ratio >= 10 ? 0 : 1)} ×`;
}

function share(ratio: number): string {
  return Number.isNaN(ratio) ? '' : ratio.toPrecision(2);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
