/* Notes of staff in SQLite, sealed. */
import type { Database } from 'better-sqlite3';
import type { Personal } from '../../domain/people/personal.ts';
import type { NoteRecord } from '../../domain/records/note.ts';
import type { Instant } from '../../domain/scalars.ts';
import type { FieldCipher } from '../../sealing/field-cipher.ts';

export type NotesStore = ReturnType<typeof openNotes>;

export function openNotes(sql: Database, cipher: FieldCipher) {
  const insert = sql.prepare('INSERT INTO note (note_id, about_id, text_sealed, at) VALUES (?, ?, ?, ?)');
  const sealed = sql.prepare<[string], { text_sealed: Buffer }>('SELECT text_sealed FROM note WHERE note_id = ?');
  const where = (noteId: string): string => `note|${noteId}|text`;
  return {
    textOf(noteId: string): Personal | undefined {
      const found = sealed.get(noteId);
      return found && cipher.open(found.text_sealed, where(noteId));
    },
    written: (record: NoteRecord, now: Instant) => insert.run(record.noteId, record.aboutId, cipher.seal(record.text, where(record.noteId)), now),
  };
}
