import { crc32, deflateRawSync } from 'node:zlib';

const TYPES = 'http://schemas.openxmlformats.org';
const XML = '<?xml version="1.0" encoding="UTF-8"?>';
const RELATION = `${TYPES}/officeDocument/2006/relationships`;

/** Parts of a workbook made by hand, to try what no spreadsheet would write. */
export interface WorkbookParts {
  /** What stands in <sheetData>. */
  rows: string;
  /** Before the sheet's first element. */
  prologue?: string;
  /** What stands in <sst>. */
  texts?: string;
  /** What stands in <styleSheet>. */
  styles?: string;
  /** What is said in the workbook, besides its sheet. */
  workbook?: string;
  /** The name of the sheet, and sheets behind it. */
  name?: string;
  more?: { name: string; rows: string; state?: 'hidden' }[];
}

/** @param declared_bytes what the ZIP's directory says of a part's size, where that is a lie */
export function workbook(parts: WorkbookParts, declared_bytes: Record<string, number> = {}): Buffer {
  return zip(workbookFiles(parts), declared_bytes);
}

/** The files of a workbook by their names. */
export function workbookFiles(parts: WorkbookParts): Record<string, string> {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
  const relations = (inner: string) =>
    `${XML}<Relationships xmlns="${TYPES}/package/2006/relationships">${inner}</Relationships>`;
  const main = `xmlns="${TYPES}/spreadsheetml/2006/main"`;
  const more = parts.more ?? [];
  return {
    '_rels/.rels': relations(relation(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${XML}<workbook ${main} xmlns:r="${RELATION}">${parts.workbook ?? ''}<sheets><sheet name="${parts.name ?? 'Lembar'}" sheetId="1" r:id="rId1"/>${more
      .map(
        ({ name, state }, place) =>
          `<sheet name="${name}" sheetId="${place + 10}" r:id="rId${place + 10}" state="${state ?? 'visible'}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      relation(1, 'worksheet', 'worksheets/sheet1.xml') +
        relation(2, 'sharedStrings', '/xl/sharedStrings.xml') +
        relation(3, 'styles', 'styles.xml') +
        more
          .map((_, place) => relation(place + 10, 'worksheet', `worksheets/sheet${place + 10}.xml`))
          .join(''),
    ),
    ...Object.fromEntries(
      more.map(({ rows }, place) => [
        `xl/worksheets/sheet${place + 10}.xml`,
        `${XML}<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    'xl/worksheets/sheet1.xml': `${XML}${parts.prologue ?? ''}<worksheet ${main}><sheetData>${parts.rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${XML}<sst ${main}>${parts.texts ?? ''}</sst>`,
    'xl/styles.xml': `${XML}<styleSheet ${main}>${parts.styles ?? ''}</styleSheet>`,
  };
}

/** A ZIP file of texts by their names. */
export function zip(files: Record<string, string>, declared_bytes: Record<string, number> = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    // Version, flags, method (deflate), time, date, CRC, sizes, length of the name, of what follows it.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(declared_bytes[name] ?? content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed]);
    bodies.push(body);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), facts, place, Buffer.from(name));
    at += body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, listed, Buffer.from('PK\x05\x06'), end]);
}
