/** Recognizes which programme a sentence names, by any of the names it goes by, and which of two is left for the other. */

const programmes: readonly (readonly [form: RegExp, programme: string])[] = [
  [
    /solutions? partner|(?<!\p{L})(?:maicpp|(?:ai )?cloud partner program\p{L}*)(?!\p{L})|解决方案合作伙伴|解決方案合作夥伴|designation|назначени|designa[çc]|дезигн|头衔|称号|頭銜|稱號|[积積]分制?|[點点分]數?数?制|(?<!\p{L})(?:by|with|in) points?(?!\p{L})|points?[- ](?:based|system|one|scheme|model|side|program(?:me)?)(?!\p{L})|балльн\p{L}+|по (?:баллам|очкам)|обозначени|(?<!\p{L})балл(?:ы|ах|ами)(?!\p{L})|pontos|指定(?=制|那|吧|$|[，。！？,])|[标標]章|(?<!\p{L})(?:new|нов\p{L}+|(?<!de )nov[oa])(?!\p{L})|新/iu,
    'designations',
  ],
  [
    /(?<!\p{L})(?:mpn|мпн|microsoft partner network|legacy|legado|classic|comps|gold\s*(?:\/|and|&)\s*silver|silver\s*(?:\/|and|&)\s*gold|prata e ouro|ouro e prata|серебр\p{L}+ и золот\p{L}+|золот\p{L}+ и серебр\p{L}+)(?!\p{L})|compet[eê]nc|компетенц|голд\p{L}*[- ](?:и )?сильвер\p{L}*|能力|專長認證|[银銀][牌级級]?[和、]?金[牌级級]?|金[牌级級]?[和、]?[银銀][牌级級]?|(?<!\p{L})(?:old|стар\p{L}+|antig[oa]s?|velh[oa]s?|previous|former)(?!\p{L})|[旧舊老]/iu,
    'competencies',
  ],
];

const instead =
  /(?<!\p{L})(?:instead of|rather than|away from|from(?! now)|вместо|со? стар\p{L}+|от|em vez d[eoa]s?|no lugar d[eoa]s?|em lugar d[eoa]s?|d[oae]s? antig\p{L}+)(?!\p{L}).*?(?=(?<!\p{L})(?:to|на|к|para|pr[ao])(?!\p{L})|$)|(?<!\p{L})d[aeo]s? .*?(?=(?<!\p{L})(?:para|pr[ao])(?!\p{L}))|(?:而不是|代替|取代|从|從).*?(?=[换換切转轉改到]|$)/iu;

/** What is given up, until the clause ends: "no longer competencies", `а не по компетенциям`, `旧的不看了`. */
const givenUp =
  /(?<!\p{L})(?:forget|drop|ditch|bin|scrap|hide|ignore|done with|tired of|sick of|confus\p{L}+|no longer|not|без|не|ни к чему|забудь\p{L}*|хватит|надоел\p{L}*|пута(?:ют|ет)|спрячь\p{L}*|скрой\p{L}*|убер\p{L}+|убрать|отключи\p{L}*|esque[cç]\p{L}*|larg\p{L}+|escond\p{L}+|ocult\p{L}+|confund\p{L}+|cansad\p{L}+|chega de|não|nao|sem)(?!\p{L})|[别別不]|忘/iu;
const clauseEnds = /[,;:.!?，。；：！？、\n]+|\s+[—–-]\s+|(?<!\p{L})(?:and|but|а|но|e|mas)(?!\p{L})|而/iu;

/** Both at once, in words of their own. */
const together =
  /(?<!\p{L})(?:both|together|alongside|side by side|simultaneous\p{L}*|in parallel|at once|(?:the )?(?:two|2) program(?:me)?s|(?:os |as )?2 programas|ambos|ambas|os dois|juntas|juntos|ao mesmo tempo|simultaneamente|lado a lado|em paralelo|tanto|обе|оба|обеи[мх]|обеих|обеим|одновременно|параллельно|вместе)(?!\p{L})|[两兩][个個种種]?(?:套|者|都|体系|體系|制度|计划|計畫)|同[时時]|[并並]行|一[块塊]/iu;

/**
 * The id of the programme that is named, of two the one that is not left behind, `both` where both are asked for; nothing where both are
 * named alike.
 */
export function recognizeProgramme(said: string): string | undefined {
  const named = programmesNamed(said);
  if (together.test(said) && named.length !== 1) return 'both';
  const [only, ...others] = named.length > 1 ? programmesKept(said) : named;
  return others.length === 0 ? only : undefined;
}

/** Of several programmes those that are not left behind. */
function programmesKept(said: string): readonly string[] {
  const kept = programmesNamed(said.replace(instead, ' '));
  if (kept.length < 2) return kept;
  const clauses = said.split(clauseEnds).filter((clause) => !givenUp.test(clause));
  const wanted = programmesNamed(clauses.join(' , '));
  return wanted.length === 1 ? wanted : kept;
}

/** Whether any programme is named. */
export function namesProgramme(said: string): boolean {
  return programmesNamed(said).length > 0;
}

/** Whether one programme is named in place of another. */
export function namesProgrammeInstead(said: string): boolean {
  return programmesNamed(said).length > 1 && (recognizeProgramme(said) ?? 'both') !== 'both';
}

function programmesNamed(said: string): readonly string[] {
  return programmes.filter(([form]) => form.test(said)).map(([, programme]) => programme);
}
