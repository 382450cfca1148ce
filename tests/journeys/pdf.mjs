// Reads what Chromium prints: the text of each page of a PDF.
//
// Only what such files need: plain objects, deflated streams, and fonts with a table of their letters
// (ISO 32000-1, 7.3 and 9.10.3).

import { inflateSync } from 'node:zlib';

/** The text of each page, letters in the order in which they were drawn, without space. */
export function pages(bytes) {
  const objects = read(bytes);
  const letters = new Map();
  return [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head)).map(({ head }) => {
    const fonts = fontsOf(head, objects, letters);
    const content = [...(/\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(head)?.[1] ?? '').matchAll(/(\d+) 0 R/g)];
    return content.map(([, number]) => drawn(objects.get(number).stream, fonts, objects, letters)).join('');
  });
}

/** Objects by their numbers: what stands before a stream, and the stream itself. */
function read(bytes) {
  const text = bytes.toString('latin1');
  const objects = new Map();
  for (const { 1: number, index, 0: begin } of text.matchAll(/(?<=^|[\r\n])(\d+) 0 obj\b/g)) {
    const from = index + begin.length;
    const stream = /^[\s\S]*?(?:stream\r?\n|endobj)/.exec(text.slice(from, from + 200000));
    if (!stream) continue;
    const head = stream[0];
    let inflated = '';
    if (/stream\r?\n$/.test(head)) {
      const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
      const raw = bytes.subarray(from + head.length, from + head.length + length);
      inflated = (head.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1');
    }
    objects.set(number, { head, stream: inflated });
  }
  return objects;
}

/** The letters of the fonts that a page, or a form on it, may use, by the names it uses for them. */
function fontsOf(head, objects, letters) {
  const at = (number) => objects.get(number)?.head ?? '';
  const resources = /\/Resources\s*(\d+) 0 R/.exec(head);
  const within = resources ? at(resources[1]) : head;
  const fonts = new Map();
  for (const [, name, number] of (/\/Font\s*<<([\s\S]*?)>>/.exec(within)?.[1] ?? '').matchAll(/\/(\S+)\s+(\d+) 0 R/g)) {
    if (!letters.has(number)) {
      const table = /\/ToUnicode\s*(\d+) 0 R/.exec(at(number));
      letters.set(number, table ? lettersOf(objects.get(table[1]).stream) : null);
    }
    fonts.set(name, letters.get(number));
  }
  const forms = new Map();
  for (const [, name, number] of (/\/XObject\s*<<([\s\S]*?)>>/.exec(within)?.[1] ?? '').matchAll(/\/(\S+)\s+(\d+) 0 R/g)) {
    forms.set(name, number);
  }
  return { fonts, forms };
}

/** Codes of glyphs to letters, as a ToUnicode table says. */
function lettersOf(table) {
  const map = new Map();
  const utf16 = (hex) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, block] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, to] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) map.set(parseInt(code, 16), utf16(to));
  }
  for (const [, block] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, until, to] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      for (let code = parseInt(from, 16), at = parseInt(to, 16); code <= parseInt(until, 16); code += 1, at += 1) {
        map.set(code, String.fromCodePoint(at));
      }
    }
  }
  return map;
}

function drawn(content, { fonts, forms }, objects, letters) {
  let text = '';
  let font = null;
  for (const [, name, hex, form] of content.matchAll(/\/(\S+)\s+[\d.]+\s+Tf|<([0-9A-Fa-f]+)>|\/(\S+)\s+Do\b/g)) {
    if (name) font = fonts.get(name);
    else if (form && forms.has(form)) {
      const { head, stream } = objects.get(forms.get(form));
      if (/\/Subtype\s*\/Form/.test(head)) text += drawn(stream, fontsOf(head, objects, letters), objects, letters);
    } else if (hex && font) {
      for (const code of hex.match(/.{4}/g) ?? []) text += font.get(parseInt(code, 16)) ?? '';
    }
  }
  return text.replace(/\s/g, '');
}
