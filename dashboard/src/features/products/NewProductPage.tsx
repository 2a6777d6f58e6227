import { useState } from 'react';
import { blankDraft } from './draft.ts';
import { ProductEditor } from './ProductEditor.tsx';

export default function NewProductPage() {
  const [initial] = useState(blankDraft);
  return <ProductEditor initial={initial} product={undefined} onStored={async () => undefined} />;
}
