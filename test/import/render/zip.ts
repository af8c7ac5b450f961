import { crc32 } from 'node:zlib';

/** A zip archive of texts, without compression; `declared` is what the directory says of the size of each. */
export function zip(files: Readonly<Record<string, string>>, declared?: number): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [bytes, path] = [Buffer.from(text), Buffer.from(name)];
    const head = header(bytes, path, declared ?? bytes.length);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), head, path, bytes]);
    const entry = Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0]), head, Buffer.alloc(14), path]);
    entry.writeUInt32LE(offset, 42);
    entries.push(entry);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

/** What the head of a file and its entry in the directory have in common, from the flags to the length of a further field. */
function header(bytes: Buffer, path: Buffer, size: number): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(crc32(bytes), 8);
  head.writeUInt32LE(bytes.length, 12);
  head.writeUInt32LE(size, 16);
  head.writeUInt16LE(path.length, 20);
  return head;
}
