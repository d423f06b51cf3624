/* 户籍 and where people come from; a shop's name, a road, a dish and a load of goods are not people. */
import { basis } from '../../legal-basis.ts';
import type { Rule } from '../rule.ts';

const since = '2026-11-21';
const network15 = basis('网络招聘服务管理规定', '第十五条');

const bothWelcome = '(本地|外地|本省|外省|当地)(人|的)?[和或与及跟]?(本地|外地|本省|外省|当地)(人|的)?(均|都|不限|皆|也|可|随便|一样)';
const lawful = [
  bothWelcome, '(外地|外省|外来|农村|山里|<place>)(人|的|人员|工人|工|务工人员)?(也|都|均|皆|亦|照样)(可|行|要|能|收|招|欢迎|中|给|有|管|安排)', '(不限|不分|不论|不管|不看|不问)(地区|地域|区域|户籍|户口|籍贯|本地|外地|哪里|城乡|省份|是否|本外地|<place>)', '(地区|地域|户籍|户口|籍贯|区域)(不限|均可|无要求|都行|没要求|不作要求)',
  '外(地|省|市|县)(车|货|件|单|客|牌|项目|工地|拉|跑|出差|业务|快递|订单|分公司|市场|的(货|车|项目|工地|活|单|订单)|活)', '(不|禁止|不得|严禁|拒绝|杜绝)(得)?歧视', '(本|当)地(企业|公司|品牌|菜|货|蔬菜|车|工厂|厂|老店|电话|卡|号|市场|配送|口味|特产|最大|知名|有名|话|方言|路|的(菜|货|企业|公司|工厂|厂|活|工地|特产))', '(不|没|无|非)(要求|需要|需|必|用)(.{0,2})(本地|户口|户籍)', '<place>(的|人)?(.{0,2})(路|街|大道|巷|菜|饭店|面馆|馆|商会|项目|工地|工程|大米|水果|苹果|西瓜|火锅|小吃|特产|公司|厂|仓|市场|烧烤|大葱|大蒜|白菜|土豆|砖|瓷砖|货|车|站|段|线)', '中国人', '(工资|待遇|食宿|路费|车费|补贴).{0,6}(外地|本地)',
];
const hukouLawful = [...lawful, '户(口|籍)(本|簿|页|不限|管理|登记|科|室|迁移|服务)', '(落|迁|解决|转)户', '(不限|不看|不要求|无需|不需要|不论)(.{0,3})户(口|籍)', '户(口|籍).{0,3}(均可|都行|都可|不限|也行|也可)', '(协助|代办|办理|提供).{0,4}(户口|落户)'];

const region = (id: string, patterns: readonly string[]): Rule =>
  ({ id: `region.${id}`, class: 'region', outcome: 'block', patterns, exceptions: lawful, version: 1, since, legalBasis: network15 });
const household = (id: string, patterns: readonly string[]): Rule =>
  ({ id: `household.${id}`, class: 'household', outcome: 'block', patterns, exceptions: hukouLawful, version: 1, since, legalBasis: network15 });

export const householdRegionRules: readonly Rule[] = [
  region('refuse-place', ['<refuseBefore><placePeople>', '<refuseBefore><placeShort>$', '<placePeople><refuseAfter>', '<placeShort><refuseAfter>', '<place><turnAway>', '<refuseBefore><place>$']),
  region('refuse-outsiders', ['<refuseBefore><outsider>(?!户)', '<outsider><refuseAfter>', '<outsider><prefer>', '(没有|没)本地(住处|住所|房)<refuseAfter>', '非<placePeople>', '非<placePeople><refuseAfter>', '不是(<localPeople>|<localShort>的?|<placePeople>)<refuseAfter>']),
  region('only-place', ['<only><some>?<placePeople>', '<want><some>?<placePeople>', '<placePeople><prefer>', '<placeShort><prefer>', '(籍贯|老家|祖籍|原籍)(要求|限|是|在|为)?(是|为|在)?<place>(的)?', '<placePeople>(的)?(才|来|即可)', '(只|仅|专)(招|要|收|用|找)<place>$']),
  region('only-locals', ['<only><some>?<localPeople>', '<want><some>?<localPeople>', '<localPeople><prefer>', '<only><localShort>(?!户|车|牌|企|配送|货|区|域|行|住|送|发|产|采|买|卖|办|化|取|交|公司|厂|市场|的?(菜|特产))', '<localShort>(的)?<prefer>', '<localPeople>(的)?(才|来|即可)', '(家|住|家住|老家)(在|是)?<localShort>(的)?(者)?(优先|为主|才)']),
  household('only', ['<only><some>?<hukou>', '(有|持|具有|具备|是|需|须|要|需要|招|带)(有)?<some>?<hukou>', '<hukou><prefer>', '<hukou>(的)?(才|来|即可)', '户(口|籍)(要求|条件|限|限定|限制|为|是|必须|须|需)(为|是|在)?(本|当|<place>|城|农|非)', '^<hukou>$']),
  household('refuse', ['<refuseBefore>(<hukou>|<outsideHukou>)', '(<hukou>|<outsideHukou>)<refuseAfter>', '非<hukou>', '没有<hukou><refuseAfter>']),
];
