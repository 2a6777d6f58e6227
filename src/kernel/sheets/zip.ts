import { crc32, createInflateRaw } from 'node:zlib';

const END_BYTES = 22;
/** The end of a directory with the longest comment. */
const TAIL_BYTES = END_BYTES + 65_535;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/** A workbook has one for each sheet, and some more. */
const ENTRIES_MOST = 5_000;

/** A file that cannot be read as the expected type. */
export class UnreadableSheet extends Error {}

export interface ZipEntry {
  method: number;
  at: number;
  checksum: number;
  packed_bytes: number;
  content_bytes: number;
}

/**
 * The entries of a ZIP file by name, from its directory; nothing is unpacked.
 * @throws UnreadableSheet where the directory is not whole (or is of the kind for more than 4 GB)
 */
export function zipEntries(zip: Buffer): Map<string, ZipEntry> {
  try {
    const tail = Math.max(0, zip.length - TAIL_BYTES);
    const end = zip.subarray(tail).lastIndexOf('PK\x05\x06', undefined, 'latin1') + tail;
    if (end < tail || end + END_BYTES > zip.length) throw new UnreadableSheet('no directory');
    const entries = new Map<string, ZipEntry>();
    let at = zip.readUInt32LE(end + 16);
    let left = zip.readUInt16LE(end + 10);
    if (left > ENTRIES_MOST) throw new UnreadableSheet('too many entries');
    for (; left > 0; left -= 1) {
      if (zip.toString('latin1', at, at + 4) !== 'PK\x01\x02') throw new UnreadableSheet('no entry');
      const name_bytes = zip.readUInt16LE(at + 28);
      const name = zip.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + name_bytes);
      entries.set(name.replaceAll('\\', '/'), {
        method: zip.readUInt16LE(at + 10),
        checksum: zip.readUInt32LE(at + 16),
        packed_bytes: zip.readUInt32LE(at + 20),
        content_bytes: zip.readUInt32LE(at + 24),
        at: zip.readUInt32LE(at + 42),
      });
      at += ENTRY_BYTES + name_bytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    }
    return entries;
  } catch (error) {
    // An offset beyond the end: the file is cut off, or lies.
    if (error instanceof RangeError) throw new UnreadableSheet('offset beyond the end');
    throw error;
  }
}

/**
 * Decompresses an entry in parts, as the reader consumes them.
 * @throws UnreadableSheet if it is damaged, or exceeds the size declared in the directory
 */
export async function* unpack(zip: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (zip.toString('latin1', entry.at, entry.at + 4) !== 'PK\x03\x04' || entry.at + LOCAL_BYTES > zip.length)
    throw new UnreadableSheet('no content');
  const start = entry.at + LOCAL_BYTES + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28);
  const packed = zip.subarray(start, start + entry.packed_bytes);
  if (packed.length < entry.packed_bytes) throw new UnreadableSheet('content cut off');
  if (entry.method === STORED) {
    if (crc32(packed) !== entry.checksum) throw new UnreadableSheet('damaged content');
    yield packed;
    return;
  }
  if (entry.method !== DEFLATED) throw new UnreadableSheet('packed in an unknown way');
  const inflate = createInflateRaw();
  inflate.end(packed);
  let unpacked_bytes = 0;
  let checksum = 0;
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      unpacked_bytes += piece.length;
      checksum = crc32(piece, checksum);
      if (unpacked_bytes > entry.content_bytes) throw new UnreadableSheet('more content than it says');
      yield piece;
    }
    if (checksum !== entry.checksum) throw new UnreadableSheet('damaged content');
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('Z_') === true)
      throw new UnreadableSheet('damaged content');
    throw error;
  } finally {
    inflate.destroy();
  }
}
