/* What faces and papers show, read from the tables: no decision looks in here. */
import type { Database } from 'better-sqlite3';
import type { FieldCipher } from '../../sealing/field-cipher.ts';
import type { Subjects } from '../record.ts';
import { openDisputesFace } from './after-hire/disputes.ts';
import { openStandingFace } from './after-hire/standing.ts';
import { openAppointmentsFace } from './appointments.ts';
import { openBoardFace } from './board.ts';
import { openBoardParts } from './boards/tables-and-figures.ts';
import { openConflictsFace } from '../read-back.ts';
import type { Feeds } from '../feeds/feeds.ts';
import { openCityFace } from '../feeds/city-face.ts';
import { openEmployersFace } from './employers.ts';
import { openFloorFace } from './floor.ts';
import { openDrawSheet } from './hiring/draw-sheet.ts';
import { openHiredPeople } from './hiring/hired-people.ts';
import { openNotCalled } from './hiring/not-called.ts';
import { openSessionsFace } from './hiring/sessions.ts';
import { openJobsFace } from './jobs.ts';
import { openOnlineOrders } from './online/orders.ts';
import { openCityStandings } from './online/city-standings.ts';
import { openSlipMarks } from './online/slip-marks.ts';
import { openOpenJobsFace } from './open-jobs.ts';
import { openPapers } from './papers.ts';
import { openAccountsFace } from './people/accounts.ts';
import { openAccessCopy } from './people/access-copy.ts';
import { openAtCall } from './people/at-call.ts';
import { openDesk } from './people/desk.ts';
import { openHelp } from './people/help.ts';
import { openLookup } from './people/lookup.ts';
import { openSharingFace } from './people/sharing.ts';
import { openPaperNumber } from './people/paper-number.ts';
import { openPhone } from './people/phone.ts';
import { openQueueFace } from './queue.ts';
import { openReferralsFace } from './referrals.ts';
import { openRecordsFace } from './records/records.ts';
import { openWindowLoad } from './window-load.ts';

export type Faces = ReturnType<typeof openFaces>;

export function openFaces(sql: Database, subjects: Subjects, cipher: FieldCipher, feeds: Feeds) {
  const { people, employers } = subjects;
  const city = openCityFace(feeds);
  const cityStandings = openCityStandings(sql, subjects, cipher, feeds);
  return {
    board: openBoardFace(sql), boardParts: openBoardParts(sql), floor: openFloorFace(sql), papers: openPapers(sql, subjects, city),
    windowLoad: openWindowLoad(sql), appointments: openAppointmentsFace(sql, subjects), city, online: openOnlineOrders(sql, subjects, cipher, feeds), slips: openSlipMarks(subjects, feeds), readBackConflicts: openConflictsFace(sql),
    jobs: { ...openJobsFace(sql, subjects), ...openOpenJobsFace(sql, subjects) }, employers: openEmployersFace(sql, subjects, (employerId) => cityStandings.reasonOf(employerId)), cityStandings, queue: openQueueFace(sql, subjects), devices: subjects.devices, boards: subjects.boards, fairs: subjects.fairs, accounts: openAccountsFace(subjects), records: openRecordsFace(sql, cipher), referrals: openReferralsFace(sql),
    hiring: { ...openHiredPeople(sql, subjects), notCalled: openNotCalled(sql), drawSheet: openDrawSheet(sql), sessions: openSessionsFace(sql) },
    afterHire: { ...openDisputesFace(sql, subjects, cipher), ...openStandingFace(sql, subjects, cipher) },
    people: { ...openLookup(sql, cipher, people), ...openSharingFace(sql, cipher, people, feeds), ...openAccessCopy(sql, cipher, people, employers, city.helpGroups), ...openPhone(sql, cipher, people), ...openHelp(sql, cipher, people, city.helpGroups), ...openDesk(sql, cipher), ...openAtCall(sql), papers: openPaperNumber(sql, employers) },
  };
}
