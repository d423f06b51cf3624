/* The module's own licence number as it is printed on readers: `05.01-20120411-0002011994-0000000001`. It identifies the kiosk, not a person. */

/** Text of the 16 bytes: u16 `.` u16 `-` u32 `-` u32 `-` u32, little-endian. Undefined for another length. */
export function samIdText(data: Uint8Array): string | undefined {
  if (data.length !== 16) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, 16);
  const digits = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${digits(view.getUint16(0, true), 2)}.${digits(view.getUint16(2, true), 2)}-${view.getUint32(4, true)}-${digits(view.getUint32(8, true), 10)}-${digits(view.getUint32(12, true), 10)}`;
}

/** The 16 bytes of such a text, for the simulator; throws on another form. */
export function samIdBytes(text: string): Uint8Array {
  const parts = /^(\d{2})\.(\d{2})-(\d{1,10})-(\d{10})-(\d{10})$/.exec(text);
  if (parts === null) throw new RangeError('not a SAM id');
  const [, first, second, third, fourth, fifth] = parts.map(Number);
  const view = new DataView(new ArrayBuffer(16));
  view.setUint16(0, first ?? 0, true);
  view.setUint16(2, second ?? 0, true);
  view.setUint32(4, third ?? 0, true);
  view.setUint32(8, fourth ?? 0, true);
  view.setUint32(12, fifth ?? 0, true);
  return new Uint8Array(view.buffer);
}
