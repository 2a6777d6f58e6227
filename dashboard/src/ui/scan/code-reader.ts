import type { CodeReader } from './reader.ts';

interface ReaderClass {
  new (options: { formats: string[] }): CodeReader;
  getSupportedFormats: () => Promise<readonly string[]>;
}

/** On labels of couriers, on ours, and on goods. */
const FORMATS = ['code_128', 'qr_code', 'ean_13', 'ean_8', 'upc_a', 'upc_e', 'code_39', 'itf', 'data_matrix'];
const NEEDED = ['code_128', 'qr_code', 'ean_13'];

/** That of the browser where it reads what is needed; else ours, which is loaded only then. */
export async function openCodeReader(): Promise<CodeReader> {
  const { BarcodeDetector: Native } = globalThis as { BarcodeDetector?: ReaderClass };
  const known = (await Native?.getSupportedFormats().catch(() => [])) ?? [];
  if (Native !== undefined && NEEDED.every((format) => known.includes(format)))
    return new Native({ formats: FORMATS.filter((format) => known.includes(format)) });
  const { openOwnReader } = await import('./own-reader.ts');
  return openOwnReader(FORMATS);
}
