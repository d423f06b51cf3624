/* Cards that a hall sees seldom: every layout of GB/T, and those that must be refused or sent to the desk. Numbers of nobody, as in people.ts. */
import { idCheckDigit } from '@kuaizhao/db/domain/people/id-number.ts';
import type { CardRead } from '@kuaizhao/hardware/ports.ts';
import { syntheticCard } from './people.ts';

/** The check digit after the right one: the chip is whole, the number is not. */
const wrongDigit = (card: CardRead): CardRead => {
  const seventeen = card.number.slice(0, 17);
  return { ...card, number: seventeen + (idCheckDigit(seventeen) === '1' ? '2' : '1') };
};
/** What a layout does not have stays off the card. */
function bare({ name, sex, birth, number, issuedBy, validFrom, validUntil }: CardRead) {
  return { name, sex, birth, number, ...(issuedBy === undefined ? {} : { issuedBy }), ...(validFrom === undefined ? {} : { validFrom }), ...(validUntil === undefined ? {} : { validUntil }) };
}

export const oddCards: readonly { readonly id: string; readonly note: string; readonly card: CardRead }[] = [
  { id: 'hk-macao-taiwan', note: '港澳台居民居住证', card: { ...bare(syntheticCard('陈嘉文', 'female', '19920314', 312)), layout: 'hkMacaoTaiwan', address: '某市某区某路2号', permitNumber: 'H00000000' } },
  { id: 'foreigner-2017', note: '外国人永居证，2017版', card: { layout: 'foreigner2017', name: '郑建国', englishName: 'ZHENG JIANGUO', sex: 'male', birth: '19810803', number: 'XXA999999810803', nationality: 'XXA', validFrom: '20200101', validUntil: '20300101' } },
  { id: 'foreigner-2023', note: '外国人永居证，2023版', card: { ...bare(syntheticCard('施密特', 'male', '19810803', 313)), layout: 'foreigner2023', englishName: 'SCHMIDT MAX', nationality: 'XXA' } },
  { id: 'valid-for-ever', note: '长期有效', card: { ...syntheticCard('郭福海', 'male', '19560217', 315), validUntil: '长期' } },
  { id: 'expired', note: '过期，照常办', card: { ...syntheticCard('马玉梅', 'female', '19690530', 316), validFrom: '20030101', validUntil: '20230101' } },
  { id: 'sixteen', note: '十六岁，不做危险活', card: syntheticCard('吴小军', 'male', '20100601', 317) },
  { id: 'rare-name', note: '生僻字', card: syntheticCard('㛃䶮', 'female', '19880808', 318) },
  { id: 'long-name', note: '名字满十五字', card: syntheticCard('阿卜杜热合曼·买买提吐尔逊江', 'male', '19791231', 319) },
  { id: 'wrong-digit', note: '校验位不对', card: wrongDigit(syntheticCard('何有误', 'male', '19850505', 321)) },
];
