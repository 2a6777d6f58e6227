import { storedAs, useStored } from '../../../ui/stored.ts';
import { useMe } from '../../session/session.ts';

/** Codes on packages that are no SKU, and the SKU that they stand for: as a person linked them, on this device. */
type CodeLinks = Readonly<Record<string, string>>;

const NONE: CodeLinks = {};
const MOST = 2_000;

/** @returns which SKU a code stands for, and how to link one */
export function useCodeLinks(): {
  skuOf: (code: string) => string;
  link: (code: string, sku: string) => void;
} {
  const { shop } = useMe();
  const stored = storedAs<CodeLinks>(`ngorder.code-links.${shop.id}`, NONE);
  const links = useStored(stored);
  return {
    skuOf: (code) => links[code.toLowerCase()] ?? code,
    link: (code, sku) => {
      const kept = Object.entries(links).slice(-MOST);
      stored.write(Object.fromEntries([...kept, [code.toLowerCase(), sku]]));
    },
  };
}
