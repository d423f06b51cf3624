/* The published-table vectors (synthetic people): hardware.md's data/idcard-vectors.json, copied to tests/fixtures/idcard-vectors.json. */
import { readFileSync } from 'node:fs';
import type { CardRead } from '@kuaizhao/hardware/ports.ts';

interface Vectors {
  readonly commands: Readonly<Record<string, string>>;
  readonly shortReplies: Readonly<Record<string, string>>;
  readonly findOk: string;
  readonly selectOk: string;
  readonly samid: { readonly hex: string; readonly text: string };
  readonly cards: Readonly<Record<keyof typeof people, { readonly frameHex: string; readonly textHex: string }>>;
}

/** Who stands on each vector card, written out by hand from the table of layouts. */
export const people = {
  resident: {
    layout: 'resident', name: '张三丰', sex: 'female', ethnicGroup: '01', birth: '19491231', address: '北京市朝阳区测试街道1号院2单元303室',
    number: '11010519491231002X', issuedBy: '北京市公安局朝阳分局', validFrom: '20200101', validUntil: '长期',
  },
  uyghurName: {
    layout: 'resident', name: '买买提·吐尔逊·阿卜杜拉', sex: 'male', ethnicGroup: '05', birth: '19900101', address: '新疆维吾尔自治区喀什市测试路1号',
    number: '653101199001010013', issuedBy: '喀什市公安局', validFrom: '20200101', validUntil: '20400101',
  },
  hmtJ: {
    layout: 'hkMacaoTaiwan', name: '陈大文', sex: 'female', birth: '19940823', address: '广东省深圳市罗湖区测试路8号', number: '810000199408230021',
    issuedBy: '深圳市公安局罗湖分局', validFrom: '20180901', validUntil: '20230901', permitNumber: 'H01234567',
  },
  foreigner2017I: {
    layout: 'foreigner2017', name: '证件样本', englishName: 'ZHENGJIAN YANGBEN', sex: 'male', birth: '19810803', number: 'CAN110081080310', nationality: 'CAN',
    issuedBy: '1100', validFrom: '20170601', validUntil: '20270601',
  },
  foreigner2023Y: {
    layout: 'foreigner2023', name: '证件样本', englishName: 'ZHENGJIAN YANGBEN ALEXANDRA MARIA WILHELMINA', sex: 'female', birth: '19810803',
    number: '911124198108030024', nationality: 'CAN', validFrom: '20231201', validUntil: '20331201',
  },
} as const satisfies Record<string, CardRead>;

export const vectors = JSON.parse(readFileSync(new URL('../../fixtures/idcard-vectors.json', import.meta.url), 'utf8')) as Vectors;
export const vectorNames = Object.keys(people) as (keyof typeof people)[];
export const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
