/** Bound words say that a time ends: until, до, 以内, valid until; a day behind them is an end and no beginning. */

/** Words that bound a period; where one of them stands and no period was read, the reader must not be told that all is well. */
const bound =
  /(?<![\p{L}])(?:within|until|till|before|b4|by|through|thru|in the next|до|в течение|в ближайшие|через|até|antes de|dentro de|nos próximos|em \d)(?![\p{L}])|[以之]?[内內前]|未来|未來|接下来|接下來/iu;

/** "Valid until 25 November": the day behind these is not the one on which something was earned. */
const endsBefore =
  /(?:valid|good|runs|expires|expiring|действ\p{L}*|истека\p{L}*|годен|годна|válid[oa]|vence|vale)(?: on| until| till| through| to| до| até| em)?\s*$|(?<!\p{L})(?:until|till|through|thru|до|até|expiry(?: date)?(?: is)?)\s*$|(?:[效期]期?[至到]|[效期]期?至到|有效至|[完了好][,，]到|延[到至]|到期日?[是为為]?)\s*[:：]?\s*$/iu;

/** Units of time that stand in a sentence of which no period was read. */
const unitOfTime =
  /(?<!\p{L})(?:weeks?|months?|quarters?|years?|недел\p{L}*|месяц\p{L}*|квартал\p{L}*|год(?:а|у|ом|ы)?|semanas?|m[eê]s(?:es)?|trimestres?|anos?|christmas|easter|рождеств\p{L}*|natal|páscoa|summer|winter|spring|autumn|лет(?:ом|а|о)|зим(?:ой|у|ы)|весн(?:ой|у|ы)|осен(?:ью|ь|и)|verão|inverno|outono|primavera|january|february|march|april|june|july|august|september|october|november|december|январ\p{L}*|феврал\p{L}*|март\p{L}*|апрел\p{L}*|ма[йяею]|июн\p{L}*|июл\p{L}*|август\p{L}*|сентябр\p{L}*|октябр\p{L}*|ноябр\p{L}*|декабр\p{L}*|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)(?!\p{L})|[年季週周夏冬]|\d月|[个個]月|[节節]前|圣诞|聖誕/iu;

/** "Before the renewal": what lasts until the membership is judged again. */
const untilRenewal =
  /(?<!\p{L})(?:before|until|till|by|up to|ahead of|prior to)\s+(?:(?:the|our|my|next|membership)\s+)*(?:renewals?|anniversary)(?!\p{L})|(?<!\p{L})(?:до|перед)\s+(?:(?:наш\p{L}*|следующ\p{L}*|ближайш\p{L}*|даты)\s+)*(?:продлени\p{L}*|годовщин\p{L}*)|(?<!\p{L})(?:antes d[ae]|até)\s+(?:(?:a|o|nossa|próxima|data d[ae])\s+)*(?:renovação|aniversário|renovar)(?!\p{L})|(?:续费|續費|续约|續約|续期|續期|续订|續訂|周年日?|週年日?)(?:日期?)?(?:之?前|以前)|(?:在|到|截至|截止)(?:下次)?(?:续费|續費|续约|續約|续期|續期|续订|續訂)/iu;

/** Whether a text asks for what happens until the membership is renewed. */
export function isUntilRenewal(said: string): boolean {
  return untilRenewal.test(said);
}

/** Whether a word of a text says that a time ends. */
export function namesEnd(said: string): boolean {
  return bound.test(said);
}

/** Whether a text names an end or a length of time in words, also where no period was read from it. */
export function isBounded(said: string): boolean {
  return namesEnd(said) || unitOfTime.test(said);
}

/** Whether the day that follows is the last one on which something is valid. */
export function isEndOfValidity(before: string): boolean {
  return endsBefore.test(before);
}
