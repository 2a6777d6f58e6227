import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { NgorderError } from 'ngorder-sdk';
import { useState } from 'react';
import { Detail } from '../../ui/Detail.tsx';
import { useStrings } from '../../ui/language.ts';
import { api } from '../session/api.ts';
import { draftOf } from './draft.ts';
import { ProductEditor } from './ProductEditor.tsx';
import { strings } from './strings.ts';

const route = getRouteApi('/shell/products/$id');

export default function ProductPage() {
  const t = useStrings(strings);
  const { id } = route.useParams();
  // The editor begins anew with what the server has, and only then: what is typed is not overwritten by an answer.
  const [version, setVersion] = useState(0);
  const query = useQuery({
    queryKey: ['products', 'detail', id],
    queryFn: ({ signal }) => findProduct(Number(id), signal),
  });
  return (
    <Detail query={query} missing={t.not_found} list={{ to: '/products', title: t.title }}>
      {(product) => (
        <ProductEditor
          key={`${id} ${version}`}
          initial={draftOf(product)}
          product={product}
          onStored={async () => {
            await query.refetch();
            setVersion(version + 1);
          }}
        />
      )}
    </Detail>
  );
}

/** @returns null where there is none */
async function findProduct(product_id: number, signal: AbortSignal) {
  try {
    return (await api.getProduct({ product_id }, { signal })).data;
  } catch (error) {
    if (error instanceof NgorderError && (error.status === 404 || error.status === 422)) return null;
    throw error;
  }
}
