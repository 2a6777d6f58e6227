import { Button, Group, Select, Text } from '@mantine/core';
import { formatNumber } from '../../ui/format.ts';
import { useStrings } from '../../ui/language.ts';
import { PrintDialog, type MadeDocument } from '../../ui/print/PrintDialog.tsx';
import { chooseFormat, INVOICE_FORMATS, LABEL_FORMATS, useFormats } from './formats.ts';
import { strings } from './strings.ts';
import type { DocumentJob } from './make-document.ts';

interface DocumentDialogProps {
  job: DocumentJob;
  made: MadeDocument | undefined;
  error: unknown;
  onMake: (job: DocumentJob) => void;
  onClose: () => void;
}

/** The document that is made, its size, and its parts where the orders are too many for one. */
export default function DocumentDialog({ job, made, error, onMake, onClose }: DocumentDialogProps) {
  const t = useStrings(strings);
  const { kind, parts, part } = job;
  const count = parts.reduce((sum, ids) => sum + ids.length, 0);
  const title = count > 1 ? `${t[kind]}: ${t.orders(formatNumber(count))}` : t[kind];
  return (
    <PrintDialog title={title} made={made} error={error} onRetry={() => onMake(job)} onClose={onClose}>
      {(kind === 'LABELS' || kind === 'INVOICE') && <SizeField kind={kind} onChanged={() => onMake(job)} />}
      {parts.length > 1 && (
        <Group justify="space-between">
          <Text size="sm">{t.part(formatNumber(part + 1), formatNumber(parts.length))}</Text>
          <Button
            variant="default"
            disabled={made === undefined || part + 1 >= parts.length}
            onClick={() => onMake({ ...job, part: part + 1 })}
          >
            {t.next_part}
          </Button>
        </Group>
      )}
    </PrintDialog>
  );
}

/** Kept on the device. The document is made anew in the size that is chosen. */
function SizeField({ kind, onChanged }: { kind: 'LABELS' | 'INVOICE'; onChanged: () => void }) {
  const t = useStrings(strings);
  const formats = useFormats();
  if (kind === 'INVOICE')
    return (
      <Select
        label={t.invoice_format}
        allowDeselect={false}
        data={INVOICE_FORMATS.map((value) => ({ value, label: t[`invoice_${value}`] }))}
        value={formats.invoice}
        onChange={(invoice) => {
          if (invoice === null || invoice === formats.invoice) return;
          chooseFormat({ invoice });
          onChanged();
        }}
      />
    );
  return (
    <Select
      label={t.label_format}
      description={t.counted}
      allowDeselect={false}
      data={LABEL_FORMATS.map((value) => ({ value, label: t[`label_${value}`] }))}
      value={formats.label}
      onChange={(label) => {
        if (label === null || label === formats.label) return;
        chooseFormat({ label });
        onChanged();
      }}
    />
  );
}
