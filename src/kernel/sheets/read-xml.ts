import sax from 'sax';
import type { SheetReading } from './reading.ts';
import { UnreadableSheet } from './zip.ts';

/** The events of an XML reader; names come without their prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Only the five entities of XML itself. (The types do not know this option.) */
const OPTIONS: sax.SAXOptions & { strictEntities: boolean } = { strictEntities: true };

/** Read at a time: some milliseconds of work. */
const PIECE_BYTES = 8_192;
/** Tags within tags, and attributes of one: workbooks have less than a tenth. */
const DEPTH_MOST = 100;
const ATTRIBUTES_MOST = 200;

/**
 * Reads XML in parts. After each part the caller continues, so that what the handlers collected can be consumed before
 * more is read. Entities defined by a document are not supported, and so cannot multiply.
 * @throws UnreadableSheet if it is not XML, is incomplete, a name, value or comment exceeds 64 KB, or there are more
 *   tags or attributes than in any workbook
 */
export async function* readXml(
  pieces: AsyncIterable<Buffer>,
  handlers: XmlHandlers,
  reading: SheetReading,
): AsyncGenerator<void> {
  const parser = sax.parser(true, OPTIONS);
  let depth = 0;
  let attributes = 0;
  Object.assign(parser, {
    onerror: (error: Error) => {
      throw new UnreadableSheet(error.message);
    },
    onattribute: () => {
      attributes += 1;
      if (attributes > ATTRIBUTES_MOST) throw new UnreadableSheet('too many attributes');
    },
    onopentag: (tag: sax.Tag) => {
      attributes = 0;
      depth += 1;
      if (depth > DEPTH_MOST) throw new UnreadableSheet('too many tags within tags');
      handlers.open?.(localName(tag.name), tag.attributes);
    },
    ontext: (text: string) => handlers.text?.(text),
    oncdata: (text: string) => handlers.text?.(text),
    onclosetag: (name: string) => {
      depth -= 1;
      handlers.close?.(localName(name));
    },
  });
  const decoder = new TextDecoder();
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += PIECE_BYTES) {
      await reading.pause();
      parser.write(decoder.decode(piece.subarray(at, at + PIECE_BYTES), { stream: true }));
      yield;
    }
  }
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
