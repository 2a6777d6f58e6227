import { isSlipOf } from '../../../kernel/slips.ts';
import { bareName, longPlace, numeralWord, type NamedDistrict } from '../../reference/index.ts';

/** Words that only tell of what kind a place is. */
const KINDS =
  /^(?:kec|kecamatan|kota|kodya|kab|kabupaten|prov|provinsi|propinsi|daerah|kt|kc|adm|administrasi|di|ri)$/u;

/** Whether districts are where a place lies that is said of its own: "Kota: Jaksel" of one in Jakarta Selatan. */
export function isSaidOf({ text }: { text: string }, districts: readonly NamedDistrict[]): boolean {
  const names = districts.flatMap(({ name, city, province }) => [name, city, province]);
  const bares = names.map(bareName);
  const words = names.flatMap((name) => name.toLowerCase().match(/\p{L}+/gu) ?? []);
  const said =
    withoutPostalCodes(text)
      .toLowerCase()
      .match(/[\p{L}']+|\d+/gu) ?? [];
  return said.every((word) => {
    const long = bareName(numeralWord(word) ?? longPlace(word));
    return (
      KINDS.test(word) ||
      (long.length > 2 && bares.some((bare) => bare.includes(long))) ||
      words.some((one) => isSlipOf(word, one))
    );
  });
}

/** They are a field of their own. */
export function withoutPostalCodes(text: string): string {
  return text.replaceAll(/(?<!\d)\d{5}(?!\d)/g, ' ');
}
