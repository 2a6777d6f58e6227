import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { SheetReading } from './reading.ts';
import { UnreadableSheet } from './zip.ts';

/** The events of an XML reader; names come without their prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** What no XML may hold, and careless programs write all the same. */
const NO_XML = /[^\t\n\r\x20-\uFFFD]/g;

/** What the parser finds wrong, and is read as it stands all the same: one such cell of 30,000 rows makes no file unreadable. */
const HARMLESS = new Set([
  'malformed character entity.',
  'the string "]]>" is disallowed in char data.',
  'an XML declaration must be at the start of the document.',
]);

/** Read at a time: some milliseconds of work. */
const PIECE_BYTES = 8_192;
/** Tags within tags, and attributes of one: workbooks have less than a tenth. */
const DEPTH_MOST = 100;
const ATTRIBUTES_MOST = 200;
/** From one tag to the next: the longest text of a cell has 32,767 characters, of which each may be written with six. */
const BETWEEN_TAGS_BYTES_MOST = 262_144;

/**
 * Reads XML in parts. After each part the caller continues, so that what the handlers collected can be consumed before
 * more is read. Entities defined by a document are not supported, and so cannot multiply.
 * @throws UnreadableSheet if it is not XML, is incomplete, or there are more tags or attributes than in any workbook
 * @throws Refusal 422 if 256 KB have no tag
 */
export async function* readXml(
  pieces: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
  reading: SheetReading,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let attributes = 0;
  let bytes_since_tag = 0;
  parser.on('error', ({ message }) => {
    if (!HARMLESS.has(message)) throw new UnreadableSheet(message);
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > ATTRIBUTES_MOST) throw new UnreadableSheet('too many attributes');
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    bytes_since_tag = 0;
    attributes = 0;
    depth += 1;
    if (depth > DEPTH_MOST) throw new UnreadableSheet('too many tags within tags');
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  const onText = (text: string) => handlers.text?.(text);
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', (tag) => {
    bytes_since_tag = 0;
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  const decoder = new TextDecoder();
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += PIECE_BYTES) {
      await reading.pause();
      bytes_since_tag += PIECE_BYTES;
      if (bytes_since_tag > BETWEEN_TAGS_BYTES_MOST) throw reading.tooLarge();
      const text = decoder.decode(piece.subarray(at, at + PIECE_BYTES), { stream: true });
      parser.write(text.replaceAll(NO_XML, '\uFFFD'));
      yield;
    }
  }
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
