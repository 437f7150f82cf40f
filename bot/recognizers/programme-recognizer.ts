/** Recognizes which programme a sentence names, by any of the names it goes by, and which of two is left for the other. */

const programmes: readonly (readonly [form: RegExp, programme: string])[] = [
  [
    /solutions? partner|(?<!\p{L})(?:maicpp|(?:ai )?cloud partner program\p{L}*)(?!\p{L})|解决方案合作伙伴|解決方案合作夥伴|designation|назначени|designaç|头衔|称号|頭銜|稱號|[积積]分制?|[點点分]數?数?制|(?<!\p{L})(?:by|with|in) points?(?!\p{L})|points[- ](?:based|system)|балльн\p{L}+|по баллам|por pontos|(?<!\p{L})(?:new|нов\p{L}+|nov[oa])(?!\p{L})|新/iu,
    'designations',
  ],
  [
    /(?<!\p{L})(?:mpn|мпн|microsoft partner network|legacy|gold\s*(?:\/|and|&)\s*silver|silver\s*(?:\/|and|&)\s*gold)(?!\p{L})|competenc|компетенц|competênc|能力|專長認證|[银銀]牌?[和、]?金牌?|金牌?[和、]?[银銀]牌|(?<!\p{L})(?:old|стар\p{L}+|antig[oa]|previous)(?!\p{L})|[旧舊老]/iu,
    'competencies',
  ],
];

const instead =
  /(?<!\p{L})(?:instead of|rather than|away from|from|вместо|со? стар\p{L}+|от|em vez d[eoa]s?|no lugar d[eoa]s?|em lugar d[eoa]s?|d[oae]s? antig\p{L}+)(?!\p{L}).*?(?=(?<!\p{L})(?:to|на|к|para|pr[ao])(?!\p{L})|$)|(?<!\p{L})d[aeo]s? .*?(?=(?<!\p{L})(?:para|pr[ao])(?!\p{L}))|(?:而不是|代替|取代|从|從).*?(?=[换換切转轉改到]|$)/iu;

/** The id of the programme that is named, of two the one that is not left behind; nothing where both are named alike. */
export function recognizeProgramme(said: string): string | undefined {
  const named = programmesNamed(said);
  const [only, ...others] = named.length > 1 ? programmesNamed(said.replace(instead, ' ')) : named;
  return others.length === 0 ? only : undefined;
}

/** Whether any programme is named. */
export function namesProgramme(said: string): boolean {
  return programmesNamed(said).length > 0;
}

/** Whether one programme is named in place of another. */
export function namesProgrammeInstead(said: string): boolean {
  return programmesNamed(said).length > 1 && recognizeProgramme(said) !== undefined;
}

function programmesNamed(said: string): readonly string[] {
  return programmes.filter(([form]) => form.test(said)).map(([, programme]) => programme);
}
