/* People who go together or not at all, as the tables see them. */
import type { TicketRow } from '../queue/view.ts';
import type { HallView } from '../view.ts';

/** The work tickets of everybody who goes together with this one, itself among them, first of the sequence first; undefined while one of the crew has no number. */
export function ticketsOfCrew(view: Pick<HallView, 'crewOf' | 'ticketOfVisit'>, ticket: TicketRow): readonly TicketRow[] | undefined {
  const crew = ticket.visitId === undefined ? undefined : view.crewOf(ticket.visitId);
  if (crew === undefined) return [ticket];
  const tickets = crew.visitIds.map((visitId) => view.ticketOfVisit(visitId)).filter((one) => one !== undefined);
  return tickets.length === crew.visitIds.length ? tickets.sort((a, b) => a.order - b.order) : undefined;
}
