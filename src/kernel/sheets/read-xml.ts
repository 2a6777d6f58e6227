import sax from 'sax';
import type { SheetReading } from './reading.ts';
import { UnreadableSheet } from './zip.ts';

/** What a reader of XML is told; names come without their prefix. */
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
 * Reads XML a piece at a time. After each piece the caller goes on, so that what the handlers gathered can be
 * taken before more is read. Entities of a document's own are not known, and so can't multiply.
 * @throws UnreadableSheet where it is no XML, ends before its end, a name, value or comment is beyond 64 KB, or tags
 * or attributes are more than any workbook has
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
