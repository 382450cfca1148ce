// Unpacks gzip (RFC 1951 and 1952) where the browser cannot do it itself.

const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_BITS = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** A canonical Huffman code of these lengths: how many codes each length has, and the symbols in their order. */
function code(lengths) {
  const count = new Uint16Array(16);
  for (const length of lengths) count[length] += 1;
  count[0] = 0;
  const at = new Uint16Array(16);
  for (let length = 1; length < 15; length += 1) at[length + 1] = at[length] + count[length];
  const symbols = new Uint16Array(lengths.length);
  lengths.forEach((length, symbol) => {
    if (length) symbols[at[length]++] = symbol;
  });
  return { count, symbols };
}

const FIXED = [
  code([...Array(288).keys()].map((symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8))),
  code(Array(30).fill(5)),
];

/** The content of one gzip member without optional fields, as `scripts/single-file.mjs` writes it. */
function gunzip(packed) {
  const broken = () => new Error('gzip');
  if (packed[0] !== 0x1f || packed[1] !== 0x8b || packed[2] !== 8 || packed[3] !== 0) throw broken();
  const size = new DataView(packed.buffer, packed.byteOffset + packed.length - 4).getUint32(0, true);
  const out = new Uint8Array(size);
  let [from, to, held, holds] = [10, 0, 0, 0];
  const bits = (wanted) => {
    while (holds < wanted) {
      if (from >= packed.length) throw broken();
      held |= packed[from++] << holds;
      holds += 8;
    }
    const value = held & ((1 << wanted) - 1);
    held >>>= wanted;
    holds -= wanted;
    return value;
  };
  const symbol = ({ count, symbols }) => {
    let [value, first, index] = [0, 0, 0];
    for (let length = 1; length < 16; length += 1) {
      value |= bits(1);
      if (value - first < count[length]) return symbols[index + value - first];
      index += count[length];
      first = (first + count[length]) << 1;
      value <<= 1;
    }
    throw broken();
  };
  const dynamic = () => {
    const [literals, distances, described] = [bits(5) + 257, bits(5) + 1, bits(4) + 4];
    const short = new Uint8Array(19);
    for (let at = 0; at < described; at += 1) short[ORDER[at]] = bits(3);
    const words = code(short);
    const lengths = new Uint8Array(literals + distances);
    for (let at = 0; at < lengths.length; ) {
      const word = symbol(words);
      if (word < 16) {
        lengths[at++] = word;
        continue;
      }
      const value = word === 16 ? lengths[at - 1] : 0;
      const times = word === 16 ? 3 + bits(2) : word === 17 ? 3 + bits(3) : 11 + bits(7);
      lengths.fill(value, at, (at += times));
    }
    return [code(lengths.subarray(0, literals)), code(lengths.subarray(literals))];
  };
  for (let last = 0; !last; ) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) {
      held = holds = 0;
      const length = packed[from] | (packed[from + 1] << 8);
      out.set(packed.subarray(from + 4, from + 4 + length), to);
      from += 4 + length;
      to += length;
      continue;
    }
    if (kind === 3) throw broken();
    const [literal, distance] = kind === 1 ? FIXED : dynamic();
    for (;;) {
      const word = symbol(literal);
      if (word === 256) break;
      if (word < 256) {
        out[to++] = word;
        continue;
      }
      const length = LENGTHS[word - 257] + bits(LENGTH_BITS[word - 257]);
      const way = symbol(distance);
      let back = to - DISTANCES[way] - bits(DISTANCE_BITS[way]);
      if (!(back >= 0)) throw broken();
      for (const end = to + length; to < end; ) out[to++] = out[back++];
    }
  }
  if (to !== size) throw broken();
  return out;
}
