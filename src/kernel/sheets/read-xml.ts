import sax from 'sax';
import { UnreadableSheet } from './zip.ts';

/** What a reader of XML is told; names come without their prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Only the five entities of XML itself. (The types do not know this option.) */
const OPTIONS: sax.SAXOptions & { strictEntities: boolean } = { strictEntities: true };

/**
 * Reads XML a piece at a time. After each piece the caller goes on, so that what the handlers gathered can be
 * taken before more is read. Entities of a document's own are not known, and so can't multiply.
 * @throws UnreadableSheet where it is no XML, ends before its end, or a name, value or comment is beyond 64 KB
 */
export async function* readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = sax.parser(true, OPTIONS);
  Object.assign(parser, {
    onerror: (error: Error) => {
      throw new UnreadableSheet(error.message);
    },
    onopentag: (tag: sax.Tag) => handlers.open?.(localName(tag.name), tag.attributes),
    ontext: (text: string) => handlers.text?.(text),
    oncdata: (text: string) => handlers.text?.(text),
    onclosetag: (name: string) => handlers.close?.(localName(name)),
  });
  const decoder = new TextDecoder();
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
