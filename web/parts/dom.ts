/** Saves a text or bytes as a file of the reader's computer. */
export function saveFile(name: string, content: string | Uint8Array, type = 'text/plain;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
