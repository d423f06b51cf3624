/* Kiosk ↔ agent: commands up, the hall's face and papers down. */
import { z } from 'zod';
import { serviceSchema } from '@kuaizhao/db/domain/hall/settings.ts';
import { printOrderSchema, type PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import { idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { cityTradeSchema, cityTradesMost } from '@kuaizhao/db/domain/trades/city-trade.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';
import type { Answer } from './answer.ts';
import type { QueryAnswer } from './queries/query.ts';

/** What every kiosk screen may show of the hall. */
export const hallFaceSchema = z.strictObject({
  hallId: idSchema, name: z.string(), hotline: z.string(),
  services: z.array(serviceSchema), bays: z.array(z.string()), workPlaces: z.array(z.string()),
  /** the agent's clock, so that a kiosk with a wrong one still says the right time */
  now: instantSchema,
  /** the hall's public key (X25519, base64url): by it a kiosk closes cards while the agent is away, and cannot open them again */
  sealKey: z.string().regex(/^[\w-]{43}$/).optional(),
  /** what the city says of trades, whole; absent: nothing */
  trades: z.array(cityTradeSchema).max(cityTradesMost).optional(),
});
export type HallFace = z.infer<typeof hallFaceSchema>;

/** How many people each trade still wants in this hall, most first: what a kiosk shows while it waits. Nothing of any single job. */
export const openPlacesLimit = 6;
export const openPlacesSchema = z.array(z.strictObject({ trade: tradeCodeSchema, places: z.int().min(1) })).max(openPlacesLimit);
export type OpenPlaces = z.infer<typeof openPlacesSchema>;

export const readerStates = ['starting', 'ready', 'outOfService'] as const;
export const printerStates = ['starting', 'ready', 'paperOut', 'nearEnd', 'coverOpen', 'cutterError', 'offline', 'unreachable'] as const;
export const deviceReportSchema = z.strictObject({
  reader: z.enum(readerStates), printer: z.enum(printerStates), printerId: idSchema,
});
export type DeviceReport = z.infer<typeof deviceReportSchema>;

/** Kiosk to agent. Commands carry any shape: the agent's own schema is the door. */
export interface KioskUp {
  command(command: unknown, answer: (answer: Answer) => void): void;
  /** one of queries/queries.ts */
  query(message: unknown, answer: (answer: QueryAnswer) => void): void;
  devices(report: unknown): void;
  /** over the LAN: a certificate with a later end for the key of this line, when it is time; a `renewedSchema` */
  renew(answer: (answer: unknown) => void): void;
}
/** A paper that waited for the kiosk's printer comes out of another one. */
export const paperDivertedSchema = z.strictObject({ printJobId: idSchema, to: idSchema });
export type PaperDiverted = z.infer<typeof paperDivertedSchema>;

/** Agent to kiosk. After each connection: `hall` (again when the city's trades are others), `openPlaces` (again whenever they have changed, every few seconds at most), then every paper of its printer that is not finished. */
export interface KioskDown {
  hall(face: HallFace): void;
  openPlaces(places: OpenPlaces): void;
  print(order: PrintOrder): void;
  diverted(paper: PaperDiverted): void;
}
export const kioskDownSchemas = { hall: hallFaceSchema, openPlaces: openPlacesSchema, print: printOrderSchema, diverted: paperDivertedSchema } as const;
