/* What decisions about wishes need to know. */
import type { HeldCertificate, Wishes } from './wishes.ts';

export interface WishesView {
  /** Empty when nothing was ever said. */
  wishesOf(workerId: string): Wishes;
  certificatesOf(workerId: string): readonly HeldCertificate[];
  /** Jobs that this number asked for by name. */
  appliedFor(ticketId: string): readonly string[];
  /** The terms were asked for again and have not been said since. */
  askedToRestate(ticketId: string): boolean;
  /** Offers that met the wishes and that this number declined since the wishes were last said or asked for. */
  declinesOf(ticketId: string): number;
}
