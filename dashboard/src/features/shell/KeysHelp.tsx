import { Kbd, Modal, Table } from '@mantine/core';
import { activeShortcuts } from '../../ui/keys.ts';
import { useStrings } from '../../ui/language.ts';
import { strings } from './strings.ts';

/** What each key does on the screen at hand. */
export default function KeysHelp({ onClose }: { onClose: () => void }) {
  const t = useStrings(strings);
  return (
    <Modal opened onClose={onClose} title={t.keys} size="lg">
      <Table>
        <Table.Tbody>
          {activeShortcuts().map(({ keys, title }) => (
            <Table.Tr key={keys}>
              <Table.Td w={120}>
                {keys.split(' ').map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{title}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
