/** A vague time says that something was or will be at another time than now, and not on which day: soon, после праздников, 春节后. */
import { wordEnd, wordStart } from '../../language-understanding/word-edge';

const season = '(?:christmas|xmas|easter|thanksgiving|new year|(?:the )?(?:holidays|summer|spring|autumn|fall|winter))';
const russianFeast =
  '(?:рождеств(?:а|ом|у)|пасхи|пасхой|праздников|праздниками|каникул|нового года|новым годом|отпуска|лета|зимы|весны|осени)';
const portugueseFeast = '(?:natal|páscoa|carnaval|ano novo|festas|férias|verão|inverno|outono|primavera)';

const vague = new RegExp(
  [
    `${wordStart}(?:(?<!as )soon(?! as)|shortly|any day now|recently|lately|the other day|(?:a|some) (?:while|time) ago|(?:long|ages) ago|some ?(?:time|day)|eventually|before long|later (?:this|in the|on)|earlier this)${wordEnd}`,
    `${wordStart}(?:at|after|before|since|around|during|over|in|by|until|till|this|last|next) (?:the )?${season}${wordEnd}`,
    `${wordStart}(?:скоро|вскоре|недавно|на днях|давно|когда-то|как-то|летом|зимой|весной|осенью|попозже)${wordEnd}`,
    `${wordStart}(?:после|перед|до|к|на|с|со|под) ${russianFeast}${wordEnd}`,
    `${wordStart}(?:em breve|recentemente|outro dia|um dia desses|h[aá] pouco tempo|faz (?:um )?tempo|h[aá] (?:algum|um|muito) tempo|mais tarde|algum dia)${wordEnd}`,
    `${wordStart}(?:n[oa]s?|d[oa]s?|[oa]s?|pel[oa]|nes[ts][ea]) ${portugueseFeast}${wordEnd}`,
    '最近|近期|不久|[马馬]上(?:就)?[要会會]?(?:走|[离離辞辭退])|即[将將]|快要|[前][阵陣]子|前段(?:时间|時間)|[过過][几幾]天|[过過]段(?:时间|時間)|[过過]些(?:日子|天)|春[节節]|国[庆慶]|國慶|中秋|端午|[圣聖][诞誕]|元旦|暑假|寒假|(?<![通考])[过過]年(?![度审審检檢])|[春夏秋冬][天季]',
  ].join('|'),
  'iu',
);

/**
 * Whether a masked sentence names a time that is not today and from which no day can be told: in a part that names somebody, where any
 * does, or in one that is nothing but that time. "Owen passed, get well soon" names none.
 */
export function namesVagueTime(masked: string): boolean {
  const parts = masked.split(/[,，、;；。!！?？]/u).map((part) => part.trim());
  const isNamed = masked.includes('xqpersonxq');
  return parts.some((part) => {
    const found = vague.exec(part);
    return found !== null && (!isNamed || part.includes('xqpersonxq') || found[0] === part);
  });
}
