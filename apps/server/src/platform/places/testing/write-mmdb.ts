import { isIPv6 } from 'node:net';

/** What the format can hold, as far as tests need it. */
type Value = string | number | readonly Value[] | { readonly [key: string]: Value };
/** The two ways on from a node: to another node, to data, or nowhere. */
type Node = [Way, Way];
type Way = Node | { data: number } | null;

const METADATA_START = Buffer.from('abcdef4d61784d696e642e636f6d', 'hex');

/**
 * Writes a small database of networks (maxmind.github.io/MaxMind-DB, version 2.0; IPv4 networks lie in `::/96`).
 *
 * @param networks data by network, such as `81.2.69.0/24`
 */
export function writeMmdb(networks: Record<string, Value>): Buffer {
  const data: Buffer[] = [];
  const root: Node = [null, null];
  for (const [network, value] of Object.entries(networks)) {
    const [address = '', length = ''] = network.split('/');
    const at = data.reduce((sum, { byteLength }) => sum + byteLength, 0);
    data.push(encode(value));
    insert(root, isIPv6(address) ? bitsOf(address).slice(0, Number(length)) : bitsOf(`::${address}`).slice(0, 96 + Number(length)), at);
  }
  const nodes = numbered(root);
  const metadata = { binary_format_major_version: 2, binary_format_minor_version: 0, build_epoch: 1, database_type: 'Test-City', description: {}, ip_version: 6, languages: ['en'], node_count: nodes.size, record_size: 24 };
  return Buffer.concat([...[...nodes.keys()].flatMap((node) => node.map((way) => record(way, nodes))), Buffer.alloc(16), ...data, METADATA_START, encode(metadata)]);
}

function insert(root: Node, bits: readonly number[], data: number): void {
  let node = root;
  for (const [depth, bit] of bits.entries()) {
    const side = bit === 1 ? 1 : 0;
    const way = node[side];
    if (depth === bits.length - 1) node[side] = { data };
    else node = Array.isArray(way) ? way : (node[side] = [null, null]);
  }
}

/** The nodes in an order in which each has its number. */
function numbered(root: Node): Map<Node, number> {
  const nodes = new Map<Node, number>([[root, 0]]);
  for (const [node] of nodes) for (const way of node) if (Array.isArray(way)) nodes.set(way, nodes.size);
  return nodes;
}

/** 24 bits: the number of a node, that of all nodes for nowhere, or beyond it, and a separator of 16, the place in the data. */
function record(way: Way, nodes: Map<Node, number>): Buffer {
  const bytes = Buffer.alloc(3);
  const value = way === null ? nodes.size : Array.isArray(way) ? (nodes.get(way) ?? 0) : nodes.size + 16 + way.data;
  bytes.writeUIntBE(value, 0, 3);
  return bytes;
}

/** A control byte has the type in its upper three bits and the size in the others; only short values are written here. */
function encode(value: Value): Buffer {
  if (typeof value === 'string') return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return Buffer.concat([control(6, 4), bytes]);
  }
  // Arrays have an extended type: its number, less 7, is in a byte of its own.
  if (isList(value)) return Buffer.concat([Buffer.of(value.length, 11 - 7), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([control(7, entries.length), ...entries.flatMap(([key, part]) => [encode(key), encode(part)])]);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function control(type: number, size: number): Buffer {
  if (size < 29) return Buffer.of((type << 5) | size);
  if (size < 285) return Buffer.of((type << 5) | 29, size - 29);
  throw new Error('The writer of test databases writes short values only.');
}

/** The 128 bits of an IPv6 address. */
function bitsOf(address: string): number[] {
  const full = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail = ''] = full.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const missing = full.includes('::') ? 8 - groups(head).length - groups(tail).length : 0;
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)];
  return all.flatMap((group) => [...Number.parseInt(group, 16).toString(2).padStart(16, '0')].map(Number));
}
