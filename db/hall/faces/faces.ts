/* What faces and papers show, read from the tables: no decision looks in here. */
import type { Database } from 'better-sqlite3';
import type { Subjects } from '../record.ts';
import { openBoardFace } from './board.ts';
import { openEmployersFace } from './employers.ts';
import { openFloorFace } from './floor.ts';
import { openJobsFace } from './jobs.ts';
import { openPapers } from './papers.ts';
import { openQueueFace } from './queue.ts';

export type Faces = ReturnType<typeof openFaces>;

export function openFaces(sql: Database, subjects: Subjects) {
  return { board: openBoardFace(sql), floor: openFloorFace(sql), papers: openPapers(sql, subjects), jobs: openJobsFace(sql, subjects), employers: openEmployersFace(sql, subjects), queue: openQueueFace(sql, subjects) };
}
