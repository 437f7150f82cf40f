/** Bound words say that a time ends: until, до, 以内, valid until; a day behind them is an end and no beginning. */

/** Words that bound a period; where one of them stands and no period was read, the reader must not be told that all is well. */
const bound =
  /(?<![\p{L}])(?:within|until|till|before|by|through|thru|in the next|до|в течение|в ближайшие|через|até|antes de|dentro de|nos próximos|em \d)(?![\p{L}])|[以之]?[内內前]|未来|未來|接下来|接下來/iu;

/** "Valid until 25 November": the day behind these is not the one on which something was earned. */
const endsBefore =
  /(?:valid|good|runs|expires|expiring|действ\p{L}*|истека\p{L}*|годен|годна|válid[oa]|vence|vale)(?: on| until| till| through| to| до| até| em)?\s*$|(?:[效期]期?至?到|有效至|到期日?)\s*[:：]?\s*$/iu;

/** Units of time that stand in a sentence of which no period was read. */
const unitOfTime =
  /(?<!\p{L})(?:weeks?|months?|quarters?|years?|недел\p{L}*|месяц\p{L}*|квартал\p{L}*|год(?:а|у|ом|ы)?|semanas?|m[eê]s(?:es)?|trimestres?|anos?|christmas|easter|рождеств\p{L}*|natal|páscoa)(?!\p{L})|[年季週周]|[个個]月|[节節]前|圣诞|聖誕/iu;

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
