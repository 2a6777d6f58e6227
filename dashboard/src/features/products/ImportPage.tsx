import { Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { ImportWizard } from '../../ui/import/ImportWizard.tsx';
import { useStrings } from '../../ui/language.ts';
import { useMay } from '../session/session.ts';
import { importStrings } from './import-strings.ts';
import { useProductImport } from './product-import.ts';

/** Products from files: one import, or those there were and a field for the next file. */
export default function ImportPage() {
  const t = useStrings(importStrings);
  const kind = useProductImport();
  const { id } = useParams({ strict: false });
  if (!useMay()('catalog.write')) return <Text>{t.forbidden}</Text>;
  return <ImportWizard kind={kind} {...(id !== undefined && { id: Number(id) })} />;
}
