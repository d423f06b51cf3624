/* What an employer shows at the desk, and the command that registers it. */
import type { EmployerKind } from '@kuaizhao/db/domain/employers/documents.ts';
import { promiseTextVersion } from '@kuaizhao/db/domain/people/data/wordings.ts';
import type { DraftCommand } from '../../parts/form/wrongs.ts';
import { plainNumber } from '../../parts/form/typed.ts';
import { cardOf, noCard, type TypedCard } from '../../parts/people/typed-card.ts';

export interface Shown extends TypedCard {
  readonly promised: boolean;
  readonly creditCode: string;
  readonly licenceNumber: string;
  /** ID numbers, one a line */
  readonly representatives: string;
}

export const nothingShown: Shown = { ...noCard, promised: false, creditCode: '', licenceNumber: '', representatives: '' };

export const numbersIn = (text: string): string[] => text.split(/[\n,，;；]/).map(plainNumber).filter((one) => one !== '');

/** A person's card is typed from the card that lies there: birthday and sex follow from its number. */
export function registrationOf(kind: EmployerKind, shown: Shown): DraftCommand {
  if (kind === 'household' || kind === 'contractor') {
    return {
      type: kind === 'household' ? 'registerHousehold' : 'registerContractor', card: cardOf(shown),
      promiseVersion: shown.promised ? promiseTextVersion : undefined,
    };
  }
  return {
    type: 'registerEmployer', kind, name: shown.name, creditCode: plainNumber(shown.creditCode),
    licenceNumber: kind === 'agency' && shown.licenceNumber.trim() !== '' ? shown.licenceNumber.normalize('NFC').replaceAll(/\s/g, '') : undefined,
    representatives: numbersIn(shown.representatives),
  };
}
