/* Characters that are written in several ways: traditional forms, signs for persons and prohibition, marks that end a clause. */

/** Pairs, traditional or variant form then simplified form, of the characters that postings use (facts as in Unihan's kSimplifiedVariant). */
const pairs =
  '歳岁嵗岁' +
  '優优擾扰繞绕饒饶歲岁齡龄證证費费漢汉灣湾東东蘇苏廣广戶户帶带攜携殘残聾聋啞哑婦妇孫孙專专單单賺赚錢钱萬万輕轻鬆松過过錄录麗丽國国' +
  '無无還还會会這这個个隻只衹只祇只僅仅條条對对應应傳传銷销裝装訓训繳缴臨临時时結结滿满週周嚴严維维爾尔臺台滬沪遼辽寧宁龍龙陝陕貴贵' +
  '雲云長长陽阳陰阴鄉乡鎮镇縣县區区號号園园兒儿嬰婴懷怀產产離离異异親亲請请來来別别談谈絕绝謝谢聯联繫系係系電电話话報报進进與与為为' +
  '樣样體体強强壯壮夥伙爺爷們们師师員员職职務务業业廠厂車车間间貨货運运磚砖點点場场館馆飯饭飲饮廳厅廚厨傭佣護护醫医藥药獻献學学歷历' +
  '經经驗验壓压質质擔担貸贷銀银匯汇賬账帳账騙骗獎奖勵励網网線线邊边開开關关發发財财夢梦實实價价漲涨級级層层變变當当處处總总擇择檢检' +
  '測测兩两紅红綠绿藍蓝黃黄徠徕瑤瑶納纳烏乌滅灭後后裏里裡里麼么嗎吗喲哟嚇吓卻却腳脚臉脸頭头髮发歡欢選选適适該该須须預预願愿類类題题' +
  '顧顾額额顏颜飛飞馬马鬥斗魚鱼鳥鸟齊齐齒齿寶宝媽妈孃娘姊姐妳你娚男侽男籹女釹钕贏赢購购賣卖買买給给統统綜综縫缝編编緊紧隊队階阶際际' +
  '陸陆險险隨随雜杂難难雙双雞鸡雖虽農农遠远遷迁邏逻鄰邻釋释鋼钢鐵铁鑽钻鍋锅鎖锁鐘钟門门閒闲閑闲閱阅闆板陳陈隱隐靜静頂顶項项順顺領领' +
  '頻频認认識识說说誰谁調调論论訂订記记計计設设許许評评詞词試试詢询詳详語语誤误課课諮咨講讲譯译讓让貧贫責责貪贪賓宾賞赏賢贤賴赖贈赠' +
  '趕赶軍军輛辆輸输轉转辦办連连違违遲迟鄭郑釣钓針针鈔钞鏟铲閘闸闊阔陣阵顯显風风養养餘余饑饥驢驴髒脏鬧闹鹽盐麵面黨党龜龟乾干亂乱亞亚' +
  '倉仓側侧偉伟備备傷伤傾倾僑侨儀仪億亿儘尽償偿儲储內内冊册凍冻劃划劇剧劍剑勞劳動动勝胜勢势協协參参嘗尝圍围圓圆圖图團团執执塊块塵尘' +
  '壞坏壽寿夠够夾夹奮奋媧娲寢寝審审寫写寬宽導导屆届屍尸屬属岡冈島岛峽峡崗岗嶺岭帥帅幣币幫帮幹干庫库廂厢廢废彈弹彎弯徑径從从復复徵征' +
  '恆恒恥耻惡恶惱恼愛爱態态慘惨慣惯慮虑慶庆憂忧憑凭憲宪懇恳懶懒戀恋戰战戲戏拋抛掃扫掛挂採采換换損损搖摇搶抢摺折撈捞撐撑撥拨擁拥擊击' +
  '據据擠挤擴扩擺摆攔拦攤摊攝摄敗败敵敌數数斷断於于昇升曆历曉晓棄弃棟栋構构槍枪樂乐樓楼標标樹树橋桥機机檔档權权歸归殼壳毀毁氣气決决' +
  '沒没況况淚泪淨净減减溝沟溫温滯滞滲渗漸渐潔洁潛潜澆浇濃浓濕湿濟济濱滨瀏浏灑洒災灾煉炼煙烟煩烦熱热燈灯燒烧營营爐炉爭争牆墙狀状獨独' +
  '獲获現现環环畝亩畢毕畫画療疗瘋疯皺皱盜盗監监盤盘盧卢眾众睏困礙碍礦矿禮礼種种稱称穀谷積积穩稳窮穷竊窃筆笔節节範范築筑簡简簽签籌筹' +
  '籃篮籤签粵粤糧粮紀纪約约純纯紙纸紛纷細细組组絡络絲丝綁绑緣缘緩缓練练縮缩績绩織织繩绳繼继續续罰罚罷罢羅罗義义習习聖圣聞闻聰聪聲声' +
  '聽听肅肃脫脱腫肿膚肤膽胆臘腊艙舱艱艰莊庄華华萊莱葉叶蓋盖蔣蒋薦荐蘭兰虛虚蟲虫補补複复褲裤襪袜見见規规視视覺觉覽览觀观觸触訪访託托' +
  '訴诉診诊詐诈貝贝負负貞贞貼贴資资賀贺賊贼賠赔跡迹躍跃軟软軸轴較较載载輔辅輪轮辭辞';

/** One form for each; 侽, 娚 and 籹, which are only ever written to be overlooked, stand among them. */
export const simplified: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, index): [string, string] => [pairs.charAt(index * 2), pairs.charAt(index * 2 + 1)]),
);

export const personSigns: ReadonlyMap<string, string> = new Map([
  ...['♂', '🚹', '👨', '👦'].map((sign): [string, string] => [sign, '男']),
  ...['♀', '🚺', '👩', '👧'].map((sign): [string, string] => [sign, '女']),
]);

/** Read as 禁; × between figures is a size. */
export const forbidSigns: ReadonlySet<string> = new Set(['🚫', '⛔', '❌', '✖', '✗', '✘', '✕', '❎', '×', '🈲']);

/** What ends a clause. Colons, brackets, slashes and 、 do not: people write 性别：男 and 男、女均可. */
export const stops: ReadonlySet<string> = new Set(['，', ',', '。', '｡', '；', ';', '！', '!', '？', '?', '\n', '\r', '\u2028', '\u2029', '\u0085', '…']);

/** Sounds that carry nothing and are put between characters: 女嗯勿扰. */
export const dropped: ReadonlySet<string> = new Set(['嗯', '呃', '噢', '哦', '啊', '呀', '诶', '欸', '呢', '嘛', '咯', '喽', '哎', '唉', '哟']);

/** Between two figures these make a range. */
export const dashes: ReadonlySet<string> = new Set(['-', '~', '—', '–', '−', '－', '～', '―', '‐', '‑']);
