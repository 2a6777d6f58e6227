import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { chooseFormat, LABEL_FORMATS, useFormats } from './formats.ts';
import type { DocumentKind } from './make-document.ts';
import { strings } from './strings.ts';

interface DocumentsMenuProps {
  kinds?: readonly DocumentKind[];
  onPrint: (kind: DocumentKind) => void;
  disabled?: boolean;
}

const OF_PARCELS: readonly DocumentKind[] = ['LABELS', 'PACKING_SLIPS', 'PICK_LIST', 'MANIFEST'];

/** What can be printed of the orders at hand, and for which labels this device prints. */
export function DocumentsMenu({ kinds = OF_PARCELS, onPrint, disabled = false }: DocumentsMenuProps) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const { label } = useFormats();
  return (
    <Menu position="top-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          disabled={disabled}
          leftSection={<IconPrinter size={18} />}
          rightSection={<IconChevronDown size={16} />}
        >
          {w.print}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.documents}</Menu.Label>
        {kinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => onPrint(kind)}>
            {t[kind]}
          </Menu.Item>
        ))}
        {kinds.includes('LABELS') && (
          <>
            <Menu.Label>{t.label_format}</Menu.Label>
            {LABEL_FORMATS.map((format) => (
              <Menu.Item
                key={format}
                closeMenuOnClick={false}
                aria-current={format === label}
                rightSection={format === label && <IconCheck size={16} aria-hidden />}
                onClick={() => chooseFormat({ label: format })}
              >
                {t[`label_${format}`]}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
