import { ActionIcon, Alert, Button, Grid, Group, Stack, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconArchive, IconArrowLeft, IconPackages } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand } from '../../ui/command.ts';
import { fieldErrors } from '../../ui/explain.ts';
import { useStrings } from '../../ui/language.ts';
import { tell } from '../../ui/notice.tsx';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { useMay } from '../session/session.ts';
import { ArchiveDialog } from './ArchiveDialog.tsx';
import { createInput, updateInput, type Draft, type ProductDetail } from './draft.ts';
import { FactFields } from './FactFields.tsx';
import { Pictures } from './Pictures.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SideFields } from './SideFields.tsx';
import { strings } from './strings.ts';
import { useDraft } from './use-draft.ts';
import { useWarehouses } from './use-warehouses.ts';
import { Variations } from './Variations.tsx';
import { Wholesale } from './Wholesale.tsx';

interface ProductEditorProps {
  initial: Draft;
  /** Undefined for one that is new. */
  product: ProductDetail | undefined;
  /** Reads what the server has now. */
  onStored: () => Promise<void>;
}

/** A product with all its variations, edited and saved as a whole. */
export function ProductEditor({ initial, product, onStored }: ProductEditorProps) {
  const t = useStrings(strings);
  const may_write = useMay()('catalog.write');
  const handle = useDraft(product === undefined ? 'new' : String(product.id), initial);
  const save = useSave(product, async () => {
    handle.forget();
    await onStored();
  });
  const { draft, change } = handle;
  const part = { draft, change, faults: fieldErrors(save.error) };
  return (
    <Stack component="form" onSubmit={(event) => event.preventDefault()} pb={72} maw={1280}>
      <EditorHead product={product} name={draft.name} may_write={may_write} />
      {handle.is_restored && <Alert color="blue">{t.kept}</Alert>}
      <fieldset
        disabled={!may_write || save.isPending}
        style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}
      >
        <Stack>
          <Grid>
            <Grid.Col span={{ base: 12, md: 8 }}>
              <Stack>
                <FactFields {...part} />
                <Pictures {...part} />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 4 }}>
              <SideFields {...part} />
            </Grid.Col>
          </Grid>
          <Variations {...part} />
          <Wholesale {...part} />
        </Stack>
      </fieldset>
      {may_write && (
        <SaveBar
          is_shown={handle.is_changed || product === undefined}
          error={save.error}
          is_saving={save.isPending}
          onSave={() => save.mutate(draft)}
          onDiscard={() => {
            handle.discard();
            save.reset();
          }}
        />
      )}
    </Stack>
  );
}

function useSave(product: ProductDetail | undefined, onStored: () => Promise<void>) {
  const t = useStrings(strings);
  const may_see_cost = useMay()('cost.read');
  const navigate = useNavigate();
  const client = useQueryClient();
  const { ids: warehouses } = useWarehouses();
  return useCommand(
    async (draft: Draft, idempotency_key) => {
      const { data } =
        product === undefined
          ? await api.createProduct(createInput(draft, warehouses, may_see_cost), { idempotency_key })
          : await api.updateProduct(updateInput(product.id, draft, warehouses, may_see_cost), {
              idempotency_key,
            });
      await onStored();
      return data.product_id;
    },
    {
      onDone: (product_id) => {
        tell(product === undefined ? t.created_message : t.saved);
        void client.invalidateQueries({ queryKey: ['stock'] });
        void client.invalidateQueries({ queryKey: ['products', 'list'] });
        if (product === undefined) void navigate({ to: `/products/${product_id}`, replace: true });
      },
      onError: () => undefined,
    },
  );
}

function EditorHead({
  product,
  name,
  may_write,
}: {
  product: ProductDetail | undefined;
  name: string;
  may_write: boolean;
}) {
  const t = useStrings(strings);
  const w = useStrings(words);
  const may = useMay();
  const navigate = useNavigate();
  const [is_archiving, setArchiving] = useState(false);
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="xs" wrap="nowrap" miw={0}>
        <ActionIcon component={Link} to="/products" variant="subtle" size="lg" aria-label={w.back}>
          <IconArrowLeft size={20} />
        </ActionIcon>
        <Title order={1} size="h3" lineClamp={1} style={{ overflowWrap: 'anywhere' }}>
          {name.trim() === '' ? t.new_product : name}
        </Title>
      </Group>
      {product !== undefined && (
        <Group gap="xs" wrap="nowrap">
          {may('stock.read') && product.product_type === 'S' && (
            <Button
              component={Link}
              to={`/stock?keyword=${encodeURIComponent(product.name.slice(0, 100))}`}
              variant="default"
              leftSection={<IconPackages size={16} />}
              visibleFrom="sm"
            >
              {t.to_stock}
            </Button>
          )}
          {may_write && (
            <Button
              variant="default"
              leftSection={<IconArchive size={16} />}
              onClick={() => setArchiving(true)}
            >
              {t.archive}
            </Button>
          )}
        </Group>
      )}
      {product !== undefined && is_archiving && (
        <ArchiveDialog
          ids={[product.id]}
          title={t.archive_title(product.name)}
          onClose={() => setArchiving(false)}
          onDone={() => void navigate({ to: '/products' })}
        />
      )}
    </Group>
  );
}
