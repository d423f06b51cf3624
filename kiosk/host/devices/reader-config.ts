/* What kiosk.json may say of the devices that know who comes: card reader, chip-card slot, scanner. */
import { z } from 'zod';
import { makers } from '@kuaizhao/hardware/id-card/library/maker-library.ts';

const path = z.string().min(1).max(500);
const baud = z.union([9600, 19_200, 38_400, 57_600, 115_200].map((one) => z.literal(one)), { error: 'one of 9600, 19200, 38400, 57600, 115200' });

/** A serial port; for the reader `"path": "auto"` is whichever port a reader speaks on. */
const serialReader = z.strictObject({ link: z.literal('serial'), path, baud: baud.default(115_200) });
/** A maker's own library, for readers that speak to nothing else. `port` 1 to 16 is COM1 …, 1001 … is USB; without it the first USB port with a reader. */
const libraryReader = z.strictObject({ link: z.literal('library'), maker: z.enum(makers), path, port: z.int().min(1).max(1_016).optional() });

export const readerConfigSchema = z.union([z.literal('simulator'), serialReader, libraryReader], {
  error: '"simulator", {"link":"serial","path" or "auto","baud"} or {"link":"library","maker":"sdtapi" or "termb","path"}',
});
export const scannerConfigSchema = z.union([z.literal('simulator'), z.strictObject({ link: z.literal('serial'), path, baud: baud.default(9_600) })], {
  error: '"simulator" or {"link":"serial","path","baud"}',
});
/** `slot`: a part of the slot's name, where a machine has several. */
export const socialCardConfigSchema = z.union([z.literal('simulator'), z.strictObject({ link: z.literal('pcsc'), slot: z.string().min(1).max(100).optional() })], {
  error: '"simulator" or {"link":"pcsc","slot"}',
});

export type ReaderConfig = z.infer<typeof readerConfigSchema>;
export type ScannerConfig = z.infer<typeof scannerConfigSchema>;
export type SocialCardConfig = z.infer<typeof socialCardConfigSchema>;
