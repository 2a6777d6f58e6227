import { BarcodeDetector, prepareZXingModule, type BarcodeFormat } from 'barcode-detector/ponyfill';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import type { CodeReader } from './reader.ts';

/** Reads codes where the browser cannot; its program comes from the server of this page. */
export function openOwnReader(formats: readonly string[]): CodeReader {
  prepareZXingModule({ overrides: { locateFile: () => wasm } });
  return new BarcodeDetector({ formats: formats as BarcodeFormat[] });
}
