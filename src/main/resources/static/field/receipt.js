// Receipts: a page for the browser's printer, or text for a small ESC/POS one, which seldom knows Vietnamese letters.
import { folded } from '/field/package.js';

const WIDTH = 32;
const line = (left, right) => left.slice(0, WIDTH - right.length - 1).padEnd(WIDTH - right.length) + right;

/** Bytes for an ESC/POS printer of 58 mm: start, text in plain letters, feed and cut. */
export function escPos(receipt) {
  const text = [
    receipt.title, receipt.point, `${receipt.day}  ${receipt.serial}`, '-'.repeat(WIDTH), receipt.name, receipt.code,
    ...receipt.rows.map(([label, amount]) => line(label, amount)), '-'.repeat(WIDTH), line(receipt.total[0], receipt.total[1]), '', receipt.signature]
    .map(each => folded(each).toUpperCase()).join('\n');
  const plain = [...text].map(letter => letter.charCodeAt(0) < 127 ? letter.charCodeAt(0) : 63);
  return new Uint8Array([0x1b, 0x40, ...plain, 10, 10, 10, 10, 0x1d, 0x56, 0x00]);
}

export function save(name, bytes, type = 'application/octet-stream') {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
