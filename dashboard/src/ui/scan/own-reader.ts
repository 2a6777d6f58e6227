import { BarcodeDetector, prepareZXingModule, type BarcodeFormat } from 'barcode-detector/ponyfill';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { CODE_FORMATS, type CodeReader } from './code-reader.ts';

/** Reads codes where the browser cannot; its program comes from the server of this page. */
export function openOwnReader(): CodeReader {
  prepareZXingModule({ overrides: { locateFile: () => wasm } });
  return new BarcodeDetector({ formats: CODE_FORMATS as BarcodeFormat[] });
}
