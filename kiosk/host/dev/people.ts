/* Synthetic people for the simulated reader. The area code 999999 was never given to any place, so no number here can be anybody's. */
import { idCheckDigit } from '@kuaizhao/db/domain/people/id-number.ts';
import type { CardRead } from '@kuaizhao/hardware/ports.ts';

const nowhere = '999999';

/** A resident card. `serial` 0 to 999; its last digit is odd for men, even for women, as on real cards. */
export function syntheticCard(name: string, sex: 'male' | 'female', birth: string, serial: number): CardRead {
  const odd = serial % 2 === 1;
  const fitting = odd === (sex === 'male') ? serial : (serial + 1) % 1000;
  const seventeen = `${nowhere}${birth}${String(fitting).padStart(3, '0')}`;
  return {
    layout: 'resident', name, sex, ethnicGroup: '01', birth, number: seventeen + idCheckDigit(seventeen),
    address: '某市某区某路1号', issuedBy: '某市公安局', validFrom: '20200101', validUntil: '20400101',
  };
}

export const syntheticPeople: readonly { readonly id: string; readonly note: string; readonly card: CardRead }[] = [
  { id: 'worker-1', note: '瓦工', card: syntheticCard('张建国', 'male', '19780412', 101) },
  { id: 'worker-2', note: '保洁', card: syntheticCard('李秀英', 'female', '19810903', 102) },
  { id: 'worker-3', note: '搬运工', card: syntheticCard('王大勇', 'male', '19900220', 103) },
  { id: 'worker-4', note: '名字带间隔号', card: syntheticCard('阿卜杜拉·买买提', 'male', '19850715', 105) },
  { id: 'worker-5', note: '家政', card: syntheticCard('赵桂兰', 'female', '19740606', 106) },
  { id: 'worker-6', note: '小工，刚满十八', card: syntheticCard('陈小龙', 'male', '20080101', 107) },
  { id: 'boss-1', note: '个人雇主', card: syntheticCard('刘老板', 'male', '19700101', 201) },
  { id: 'boss-2', note: '个人雇主', card: syntheticCard('孙丽华', 'female', '19831111', 202) },
  { id: 'minor-1', note: '未满十六', card: syntheticCard('周小童', 'male', '20140301', 301) },
];
