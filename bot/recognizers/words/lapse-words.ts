/** Lapse words say that a certification is not kept, or an exam not passed: the opposite of what most suppositions suppose. */

const lapse = new RegExp(
  [
    String.raw`(?<!\p{L})(?:laps|expir|истеч|истек|просроч|сгор|протух|законч|кончит|venc|venç|caduc)\p{L}*`,
    String.raw`(?<!\p{L})(?:runs? out|no longer valid|просп\p{L}+ (?:продл|обновл)\p{L}*|потеря\p{L}+ силу|теря\p{L}+ силу|слет(?:ит|ел|ела)|per[dc]\p{L}+ (?:a )?validade)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:not?|never|without|no longer|(?:forgets?|fails?) to|doesnt|dont|не|без|забуд\p{L}*|não|nao|sem|esquec\p{L}+(?: de)?|deix\p{L}+ de) (?:(?:going|planning|intending|able) to |be |буд\p{L}* |собира\p{L}* |хоч\p{L}* |стан\p{L}* |vai |vou |quer |pretende )?(?:renew|hold|retak|продл|обнов|renov)`,
    String.raw`n['’]t (?:renew|hold|retak)`,
    '[断斷](?:了|掉)|过期|過期|到期|失效|(?<![要想会會肯])[不没沒未](?:能|有|去|打算|想|准备|準備|会|會|要|肯)?(?:再)?[续續]|忘[记記了]?[续續]',
  ].join('|'),
  'iu',
);

const failure = new RegExp(
  [
    String.raw`(?<!\p{L})(?:провал|завал|reprov)\p{L}*`,
    String.raw`(?<!\p{L})(?:fail(?:s|ed|ing)?(?! to (?:renew|retak|hold))|flunk(?:s|ed)?)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:not|never|without|doesnt|dont|не|без|não|nao|sem|deix\p{L}+ de) (?:pass|earn|сда|получ|obt)`,
    String.raw`n['’]t (?:pass|earn)`,
    '[不没沒未](?:能|有)?(?:考过|考過|通过|通過)|[挂掛]科',
  ].join('|'),
  'iu',
);

/** Whether a text speaks of a certification that lapses or is not renewed: the opposite of passing it. */
export function speaksOfLapse(said: string): boolean {
  return lapse.test(said);
}

/** Whether a text speaks of an exam that somebody fails: nothing would change by that. */
export function speaksOfFailure(said: string): boolean {
  return failure.test(said);
}

const losing =
  /(?<!\p{L})(?:los(?:es?|t|ing)|теря(?:ет|ю)|потеря(?:ет|ю)|лишится|perd(?:e|er|eu|esse)|失去|丢掉|丟掉|少 ?了|[没沒] ?了)(?: [\p{L}]+){0,3} ?xqcredxq|xqcredxq ?[断斷没沒] ?了/iu;

/** Whether a masked sentence speaks of losing a certification: a verb that also speaks of people stands before the certification itself. */
export function losesCredential(masked: string): boolean {
  return losing.test(masked);
}
