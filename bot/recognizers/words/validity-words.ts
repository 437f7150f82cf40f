/** Validity words ask how long a membership lasts, in contrast to whether one is bought. */

const lasting =
  /(?<!\p{L})(?:expir\p{L}*|valid\p{L}*|laps\p{L}*|ends?|end date|runs? out|until when|till when|how long|good for|истека\p{L}*|истеч\p{L}*|действ\p{L}*|кончается|кончится|законч\p{L}*|заканчива\p{L}*|до какого|на сколько|сколько продлится|venc\p{L}*|v[aá]lid\p{L}*|validade|até quando|termina|vigência|caduc\p{L}*)(?!\p{L})|到期|失效|[过過]期|有效|到(?:什[么麼]时候|什麼時候|何时|何時|哪天|几号|幾號)|多久/iu;
const buying =
  /(?<!\p{L})(?:buy\p{L}*|bought|purchas\p{L}*|pay\p{L}*|paid|acquir\p{L}*|get|cost\p{L}*|price|куп\p{L}*|покуп\p{L}*|приобре\p{L}*|опла\p{L}*|плат\p{L}*|брать|взять|сто(?:ит|ят|имость)|compr\p{L}*|pag\p{L}*|adquir\p{L}*|aquisi\p{L}*|custa\p{L}*|quitar|pre[çc]o)(?!\p{L})|[买買购購付]|[交缴繳]|多少[钱錢]/iu;

/** Whether a text asks how long what a partner has bought is valid, and not about buying it. */
export function asksHowLongValid(said: string): boolean {
  return lasting.test(said) && !buying.test(said);
}
