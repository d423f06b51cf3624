/* Crews in SQLite. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { CrewRow, CrewsView } from '../../../domain/people/crews/view.ts';
import type { Instant } from '../../../domain/scalars.ts';

export function openCrews(sql: Database) {
  const crewId = sql.prepare<[string], { crew_id: string }>('SELECT crew_id FROM crew_member WHERE visit_id = ? AND left_at IS NULL');
  const members = sql.prepare<[string], { visit_id: string }>(`SELECT visit_id FROM crew_member JOIN crew USING (crew_id) WHERE crew_id = ? AND left_at IS NULL AND dissolved_at IS NULL ORDER BY place`);
  const insertCrew = sql.prepare('INSERT INTO crew (crew_id, day, formed_at) VALUES (?, ?, ?)');
  const insertMember = sql.prepare('INSERT INTO crew_member (crew_id, place, visit_id) VALUES (?, ?, ?)');
  const leave = sql.prepare('UPDATE crew_member SET left_at = ? WHERE crew_id = ? AND visit_id = ? AND left_at IS NULL');
  const leaveAll = sql.prepare('UPDATE crew_member SET left_at = ? WHERE crew_id = ? AND left_at IS NULL');
  const dissolve = sql.prepare('UPDATE crew SET dissolved_at = ? WHERE crew_id = ?');
  const crew = (id: string): CrewRow | undefined => {
    const visitIds = members.all(id).map((row) => row.visit_id);
    return visitIds.length === 0 ? undefined : { crewId: id, visitIds };
  };
  const view: CrewsView = {
    crewOf(visitId) {
      const found = crewId.get(visitId);
      return found && crew(found.crew_id);
    },
    crew,
  };
  return {
    view,
    formed(fact: FactOf<'crewFormed'>, now: Instant): void {
      insertCrew.run(fact.crewId, fact.businessDay, now);
      for (const [index, visitId] of fact.visitIds.entries()) insertMember.run(fact.crewId, index + 1, visitId);
    },
    left: (fact: FactOf<'crewLeft'>, now: Instant) => leave.run(now, fact.crewId, fact.visitId),
    dissolved(fact: FactOf<'crewDissolved'>, now: Instant): void {
      leaveAll.run(now, fact.crewId);
      dissolve.run(now, fact.crewId);
    },
  };
}
