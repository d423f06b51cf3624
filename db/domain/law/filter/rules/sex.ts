/* Sex: 限男, 男小工, 女勿扰 and their disguises; the state's own list of work forbidden to women goes to staff. */
import { basis } from '../../legal-basis.ts';
import type { Rule } from '../rule.ts';
import { sexExceptions, sexForStaff, surnames } from './sex-exceptions.ts';

const since = '2026-11-21';
const women43 = basis('妇女权益保障法', '第四十三条');
const market24 = basis('人力资源市场暂行条例', '第二十四条');

const block = (id: string, patterns: readonly string[], legalBasis = market24, version = 1): Rule =>
  ({ id: `sex.${id}`, class: 'sex', outcome: 'block', patterns, exceptions: sexExceptions, version, since, legalBasis });

export const sexRules: readonly Rule[] = [
  block('only-men', ['<only><some>?<male>', '<want><some>?<male>', '<want>.{0,4}(汉子|爷们|壮汉|小伙|小伙子)'], women43),
  block('only-women', ['<only><some>?<female>', '<want><some>?<female>', '<want>.{0,3}的(姑娘|妇女|女工|女的)']),
  block('refuse-women', ['<refuseBefore><female>', '<female><refuseAfter>', '非男', '不是男<maleSuffix>?<refuseAfter>', '(干不了|不适合|不合适)女', '[奴努弩](的|生|士|性|工|人)?<turnAway>'], women43),
  block('refuse-men', ['<refuseBefore><male>', '<male><refuseAfter>', '非女', '不是女<femaleSuffix>?<refuseAfter>']),
  block('prefer-men', ['<male><prefer>', '<male>(的)?(来|岗|岗位)(?!访|宾|电|信|自)'], women43),
  block('prefer-women', ['<female><prefer>', '<female>(的)?(来|岗|岗位)(?!访|宾|电|信|自)']),
  block('attribute', ['性别(要求|条件|限|限定|限制|是|为|必须|须|需|只限)?(为|是)?<sexWord>', '(要求|条件|限制|备注|限)性别', '^<sexAlone>$', '的(男性|男人|男的|男工|男生|男士|男同志|小伙子|小伙|汉子|女性|女人|女的|女工|女生|女士|女同志|小姑娘|姑娘)$', '^男(能|会|有|肯|身体|体|可|须|要|壮|力)(?!装|女)']),
  block('worker-word', ['(男|女|楠|喃|汝|钕|nan|nv)<workerNoun>', '(年轻|壮|熟练)(男|女)', '(全|纯)(男|女)(工|班|生|性|的|员)', '(男|女)(性)?(青年|劳力|壮工)']),
  block('count', ['(男|女)(工|的|生|士|性)?\\d{1,3}(名|个|人|位)?(?!号|楼|层|岁|周岁|元|块|米|平|间|床|点|码|寸|分|斤)', '\\d{1,3}(个|名|位)?(男|女)(?!装|鞋)', '(男|女)(工|的|生|士|性)?(数名|若干|几名|几个|各)', '(男|女)<maleSuffix>?\\d{2}(周)?岁', '(男|女)<maleSuffix>?\\d{2}(以下|以内|到|至)']),
  {
    id: 'sex.work-forbidden-by-state', class: 'sex', outcome: 'staff',
    patterns: [sexForStaff.byLaw],
    exceptions: [], version: 1, since, legalBasis: basis('女职工劳动保护特别规定', '第四条'),
  },
  {
    id: 'sex.intimate-work', class: 'sex', outcome: 'staff',
    patterns: [sexForStaff.intimate],
    exceptions: [], version: 1, since, legalBasis: market24,
  },
  {
    id: 'sex.title', class: 'sex', outcome: 'staff',
    patterns: [
      '(<want>|<only>)<some>?.{0,4}(阿姨|大姐|大嫂|嫂子|大妈|大娘|大叔|大爷|大哥|小妹|宝妈|妈妈(?!岗)|老大姐|孩妈)',
      '(保洁|做饭|家政|洗碗|打扫|清洁|宿管|厨房|刷碗|食堂)(的)?(阿姨|大姐|大嫂|大妈|大娘|大叔)', '(宝妈|阿姨|大姐|大嫂|大妈|大叔|大哥)<prefer>', '(阿姨|大姐|大嫂|大妈|大叔|大爷|大哥|宝妈)<refuseAfter>', '<refuseBefore>(阿姨|大姐|大嫂|大妈|大叔|大爷|大哥|宝妈)',
    ],
    exceptions: [
      `(找|联系|问|叫|喊)[${surnames}].?(阿姨|大姐|大嫂|大妈|大叔|大爷|大哥)`, '(照顾|护理|伺候|陪护|看护|服侍|照看|陪|给|帮|替).{0,6}(阿姨|大姐|大妈|大娘|大叔|大爷|大哥|妈妈)', '妈妈岗', '(阿姨|大姐|大叔|大哥|大妈)(开的|家|店|饺子|面馆|早餐|辣酱|厨房)', '(各位|大哥)(大哥)?大姐', '大哥大姐', '叔叔阿姨',
    ],
    version: 1, since, legalBasis: market24,
  },
];
