/* A number for a service window, an appointment, and the number that was missed. A card may stand behind it, and need not. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { MyAppointment, ServiceWaits } from '@kuaizhao/sync-agent/contract/queries/worker/day.ts';

export interface FreeSlot { readonly time: string; readonly slotAt: number; readonly left: number }

export type WindowsScene =
  /** `several`: codes for one number with more services, in their order; undefined while one tap is one number */
  | { readonly at: 'services'; readonly card?: Card | undefined; readonly waits: ServiceWaits; readonly several: readonly string[] | undefined }
  /** `series`: the letter of the number that was missed */
  | { readonly at: 'missed'; readonly card?: Card | undefined; readonly waits: ServiceWaits; readonly series: string | undefined; readonly digits: string }
  | { readonly at: 'booked'; readonly card: Card; readonly appointments: readonly MyAppointment[] }
  | { readonly at: 'bookService'; readonly card: Card; readonly appointments: readonly MyAppointment[] }
  | { readonly at: 'slots'; readonly card: Card; readonly appointments: readonly MyAppointment[]; readonly service: string; readonly day: string; readonly slots: readonly FreeSlot[] };

export type WindowsScreen =
  | { readonly at: 'services'; readonly waits: ServiceWaits; readonly several: readonly string[] | undefined; readonly known: boolean }
  | { readonly at: 'missed'; readonly series: string | undefined; readonly digits: string }
  | { readonly at: 'booked'; readonly appointments: readonly MyAppointment[] }
  | { readonly at: 'bookService' }
  | { readonly at: 'slots'; readonly service: string; readonly day: string; readonly slots: readonly FreeSlot[] };

type Booking = Extract<WindowsScene, { readonly at: 'booked' | 'bookService' | 'slots' }>;
export type WindowsErrand =
  | { readonly kind: 'takeTicket'; readonly card?: Card | undefined; /** the first of its services */ readonly service: string; readonly serviceLabel: string }
  | { readonly kind: 'serviceWaits'; readonly card?: Card | undefined }
  | { readonly kind: 'confirmAgain'; readonly card?: Card | undefined; readonly missed: Extract<WindowsScene, { readonly at: 'missed' }> }
  | { readonly kind: 'slots'; readonly card: Card; readonly service: string; readonly day: string; readonly from: Booking }
  | { readonly kind: 'bookAppointment' | 'cancelAppointment'; readonly card: Card; readonly from: Booking };
