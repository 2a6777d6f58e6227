import { takeTurns } from '../../../kernel/slices.ts';
import type { Kind, Segment } from '../read/segment.ts';
import { beginsAddress } from '../words/vocabulary.ts';
import { isOfAddress } from './settle.ts';

/** Fields of which what is said last holds; goods are corrected one by one. */
const ONE_VALUE = new Set<Kind>([
  'quantity',
  'variant',
  'name',
  'phone',
  'sender_name',
  'sender_phone',
  'courier',
  'payment',
  'postal_code',
]);

/**
 * Takes back what is corrected later on: of "Jl. Mawar 5? bukan, yg bener Jl. Melati 7" the first address is none. What
 * corrects a part only ("eh salah no 7") stays beside it as it is written, to be checked.
 * Yields between steps.
 * @param isPlace whether a text contains the name of a district, city or province
 */
export async function takeBack(
  segments: readonly Segment[],
  isPlace: (text: string) => boolean,
): Promise<void> {
  for (const [index, segment] of segments.entries()) {
    if (segment.mark === undefined || segment.text === '') continue;
    await takeTurns();
    const before = segments.slice(0, index);
    if (segment.kind === 'address') {
      const end = segments.findIndex(
        (one, at) => at > index && (!isOfAddress(one) || one.line !== segment.line),
      );
      const meant = segments.slice(index, end === -1 ? undefined : end);
      takeAddressBack(before, segment, isPlace(meant.map(({ text }) => text).join(', ')));
    } else if (ONE_VALUE.has(segment.kind)) takeValueBack(before, segment);
  }
}

function takeValueBack(before: readonly Segment[], segment: Segment): void {
  const { kind, owner, mark, label } = segment;
  const last = before.findLast(
    (one) =>
      one.kind === kind &&
      one.text !== '' &&
      (one.owner ?? owner) === (owner ?? one.owner) &&
      (kind !== 'variant' || one.label.toLowerCase() === label.toLowerCase()),
  );
  if (last === undefined || last.mark === mark) return;
  segment.is_corrected = true;
  // "0812… / 0813…" on one line is taken back as a whole.
  for (const one of before)
    if (one.kind === kind && one.line === last.line && one.mark !== mark) one.kind = 'taken_back';
}

function takeAddressBack(before: readonly Segment[], segment: Segment, tells_place: boolean): void {
  const said = before.filter((one) => isOfAddress(one) && one.text !== '' && one.mark !== segment.mark);
  const parts = said.filter(({ kind }) => kind === 'address' || kind === 'village');
  if (parts.length === 0) return;
  if (!beginsAddress(segment.text)) {
    for (const part of [...parts, segment]) part.is_sure = false;
    segment.text = `${segment.mark?.text ?? ''} ${segment.text}`;
    return;
  }
  // Whoever tells the new district takes the old one back.
  const taken = tells_place ? said : parts;
  for (const part of taken) part.kind = 'taken_back';
}

/** Labels of the address that the parcel is for. */
const NEW = /baru|sekarang|skrg|kirim|tujuan|penerima/iu;

/** Of two labelled addresses one is read, the one that is labelled as the new one or the first, to be checked. */
export function setOtherAddressesAside(segments: readonly Segment[]): void {
  const heads = segments.filter(
    ({ kind, label, text, mark }) =>
      kind === 'address' && label !== '' && mark === undefined && beginsAddress(text),
  );
  const [first] = heads;
  if (first === undefined || heads.every(({ text }) => text === first.text)) return;
  const read = heads.find(({ label }) => NEW.test(label)) ?? first;
  let is_other = false;
  for (const segment of segments) {
    if (heads.includes(segment)) is_other = segment !== read;
    else if (segment.label !== '' && !isOfAddress(segment)) is_other = false;
    if (segment.kind !== 'address') continue;
    if (is_other) segment.kind = 'other';
    else segment.is_sure = false;
  }
}
