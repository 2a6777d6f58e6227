import { Text, type TextProps } from '@mantine/core';
import { formatRupiah } from './format.ts';

/** An amount of rupiah; a dash where the role may not see it. */
export function Money({ idr, ...props }: { idr: number | null | undefined } & TextProps) {
  return (
    <Text span inherit style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }} {...props}>
      {idr === null || idr === undefined ? '–' : formatRupiah(idr)}
    </Text>
  );
}
