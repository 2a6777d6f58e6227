import { Anchor, Center, Loader, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { NgorderError } from 'ngorder-sdk';
import { useState } from 'react';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { useStrings } from '../../ui/language.ts';
import { words } from '../../ui/words.ts';
import { api } from '../session/api.ts';
import { draftOf } from './draft.ts';
import { ProductEditor } from './ProductEditor.tsx';
import { strings } from './strings.ts';

const route = getRouteApi('/shell/products/$id');

export default function ProductPage() {
  const t = useStrings(strings);
  const w = useStrings(words);
  const { id } = route.useParams();
  // The editor begins anew with what the server has, and only then: what is typed is not overwritten by an answer.
  const [version, setVersion] = useState(0);
  const query = useQuery({
    queryKey: ['products', 'detail', id],
    queryFn: async ({ signal }) => (await api.getProduct({ product_id: Number(id) }, { signal })).data,
  });
  if (query.data !== undefined)
    return (
      <ProductEditor
        key={`${id} ${version}`}
        initial={draftOf(query.data)}
        product={query.data}
        onStored={async () => {
          await query.refetch();
          setVersion(version + 1);
        }}
      />
    );
  const is_missing =
    query.error instanceof NgorderError && (query.error.status === 404 || query.error.status === 422);
  if (is_missing)
    return (
      <Stack align="flex-start">
        <Text>{t.not_found}</Text>
        <Anchor component={Link} to="/products">
          {t.title}
        </Anchor>
      </Stack>
    );
  if (query.error !== null) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Center h={160}>
      <Loader aria-label={w.loading} />
    </Center>
  );
}
