/** An unnamed person is spoken of without a name: as oneself, as another ("she", "my colleague"), or asked for ("who"). */

const another = new RegExp(
  [
    String.raw`(?<!\p{L})(?:he|she|his|him|her|hers|он|она|него|неё|нее|ему|ей|ele|ela|dele|dela)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:my|our|the|a|an|this|that) (?:new )?(?:colleague|co-?worker|boss|manager|friend|customer|client|wife|husband|intern|guy|girl|team ?mate|assistant|trainee)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:(?:коллег|начальни|шеф|подруг|стаж[её]р|новичок|новичк|новеньк)\p{L}*|(?:друг(?:а|у|ом|е|ья|зья|зей|зьям|зьями|зьях)?|клиент(?:а|у|ом|е)?|жен(?:а|ы|е|у|ой)|муж(?:а|у|ем|е)?)(?!\p{L}))`,
    String.raw`(?<!\p{L})(?:colega|chefe|amig[oa]|cliente|espos[oa]|marido|mulher|estagi[aá]ri[oa]|novat[oa])(?!\p{L})`,
    '(?<!其)[他她]|同事|老板|老闆|主管|朋友|老婆|太太|先生|实习生|實習生|新人',
  ].join('|'),
  'iu',
);

/** Whether a text speaks of somebody without a name who is not the one who speaks. */
export function speaksOfAnother(said: string): boolean {
  return another.test(said);
}

/** A name is written large; in small letters these are words. */
const word =
  /^(?:he|she|him|his|hers?|they|them|their|colleague|co-?worker|boss|manager|friend|customer|client|wife|husband|intern|guy|girl|assistant|trainee|он|она|его|её|ее|ему|ей|них|коллег[аиу]|начальни(?:к|ца)|шеф|друг|подруга|клиент|стаж[её]р(?:ка)?|новичок|новенький|новенькая|ele|ela|dele|dela|colega|chefe|amig[oa]|cliente|espos[oa]|marido|mulher|他|她|他们|她们|同事|老板|老闆|主管|朋友|客户|客戶)$/u;

/** Whether what stands where a name is expected is no name: "his", "colleague". */
export function isNoName(said: string): boolean {
  return word.test(said);
}

const everyOther = new RegExp(another, 'giu');

const firstPerson =
  /(?<![\p{L}])(?:i|i['’]?m|i['’]ve|me|my|mine|myself|я|меня|мне|мой|моя|мои|моё|мое|мою|моих|мной|сво[йяеёию]|своих|у меня|eu|meu|minha|meus|minhas|mim|tô|estou|tenho)(?![\p{L}])|我(?![们們])|本人/iu;

/** "Show me", "I want to see", "дай мне": who asks is told something, and is not what the sentence is about. */
const askingWords = new RegExp(
  [
    String.raw`(?:show|tell|give|send|get|let|help|remind|bring|find|fetch|pull|hand|run|walk) me`,
    String.raw`(?:can|could|may|might|should|shall) i(?= )`,
    String.raw`i(?:['’]d| would)? (?:want|need|like|love|have to|wonder|guess|think|was|am|must|wanna|gotta)`,
    String.raw`(?:покажи|скажи|дай|подскажи|расскажи|напомни|найди|пришли|выведи|посмотри|открой|помоги|глянь|кинь)(?:те)?,? мне`,
    String.raw`мне (?:покажи|скажи|дай|нужн\p{L}*|надо|интересно|бы|срочно)`,
    String.raw`я (?:хочу|хотел\p{L}*|бы|не понимаю|думаю)`,
    String.raw`me (?:mostr\p{L}+|diz|diga|fal[ae]|dá|dê|pass[ae]|mand[ae]|cont[ae]|ajud[ae]|lembr[ae]|traz)`,
    String.raw`(?:mostr[ae]|diz|diga|fal[ae]|dá|dê|pass[ae]|mand[ae]|cont[ae]|ajud[ae]|lembr[ae]|traz)[- ]me`,
    String.raw`me (?:confirm|avis|inform|escrev)\p{L}+|me disse(?:ram)?`,
    String.raw`мне (?:сказал|сообщил|написал|подтвердил)\p{L}*`,
    String.raw`(?:told|texted|messaged|informed|emailed) me`,
    String.raw`eu (?:quer\p{L}+|preciso|precisava|gostaria|acho)`,
  ]
    .map((form) => `(?<!\\p{L})(?:${form})(?!\\p{L})`)
    .join('|') + '|[帮幫给給让讓跟和对對]我|告[诉訴]我|我(?:想|要|需要|觉得|覺得)',
  'giu',
);

/** Whether somebody speaks of oneself, beside the words in which it is asked and those for another ("my colleague"). */
export function speaksOfOneself(said: string): boolean {
  return firstPerson.test(said.replace(askingWords, ' ').replace(everyOther, ' '));
}

const article = String.raw`(?:[oa]s? |the )?`;
const telling = new RegExp(
  [
    String.raw`(?:has |just |also )?(?:says?|said|reports?|reported|mentions?|mentioned|confirms?|confirmed|wrote|writes)(?: that)? (?=xqpersonxq)`,
    String.raw`(?:has |just |also )?(?:told|tells|informed|wrote|texted|asked) (?:me|us)(?: to record)?(?: that)? (?=xqpersonxq)`,
    String.raw`(?:let|lets) (?:me|us) know(?: that)? (?=xqpersonxq)`,
    String.raw`(?:мне |нам )?(?:сказал|говорит|сообщил|передал|пишет|написал|подтвердил)[аи]?(?: мне| нам)? что (?=xqpersonxq)`,
    String.raw`(?:me |nos )?(?:disse|diz|falou|avisou|contou|informou|confirmou|escreveu)(?: pra mim| para mim)? que ${article}(?=xqpersonxq)`,
    String.raw`(?:[说說]|(?:告[诉訴]|通知|[转轉]告)我们?|(?:反映|反應|[报報]告|提到)) ?(?=xqpersonxq)`,
  ].join('|'),
  'u',
);
const asking =
  /^(?:asks|asked|is asking|wants to know|wonders|спрашивает|спросил[аи]?|интересуется|pergunta|perguntou|quer saber)(?!\p{L})|^[问問]/u;

/** The words behind a name in a masked sentence say that this person only tells or asks of another: "Owen says that Yuki left". */
export function isTelling(behind: string): boolean {
  const text = behind.trimStart();
  return telling.exec(text)?.index === 0 || (asking.test(text) && text.includes('xqpersonxq'));
}

/** A masked sentence without the one who only tells what it says; undefined where nobody does. */
export function withoutTeller(masked: string): string | undefined {
  const told = masked.replace(new RegExp(`^(?:[oa] )?xqpersonxq ?(?:${telling.source})`, 'u'), '');
  return told === masked ? undefined : told;
}

const everybody =
  /(?<!\p{L})(?:everyone|everybody|all|who|how many|except|besides|все|всех|всем|кто|кого|сколько|кроме|todos|todas|quem|quant[oa]s|exceto|menos)(?!\p{L})|[谁誰]|所有|大家|多少|全部|除了/iu;

/** Whether a text speaks of everybody, or of all but somebody. */
export function speaksOfEverybody(said: string): boolean {
  return everybody.test(said);
}

const whoFirst = /^\P{L}*(?:(?:who|кто|кому|quem)(?!\p{L})|谁|誰|哪[位个個些]人?)/iu;

/** Whether a sentence begins by asking who somebody is, so that it names nobody there. */
export function asksWho(said: string): boolean {
  return whoFirst.test(said);
}

const ownCount = new RegExp(
  [
    String.raw`(?<!\p{L})(?:am|was) i (?:not |n['’]t )?(?:\p{L}+ )?(?:counted|included|credited|counting|missing)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:do|don['’]?t|did|didn['’]?t) i (?:not )?count(?!\p{L})`,
    String.raw`(?<!\p{L})i(?:['’]m| am) not (?:\p{L}+ )?(?:counted|included|credited|counting)(?!\p{L})`,
    String.raw`(?<!\p{L})i (?:do not|don['’]?t) count(?!\p{L})`,
    String.raw`(?<!\p{L})(?:меня|мен[яе]) (?:\p{L}+ )?не (?:учит|учл|счит|засчит|посчит)\p{L}*`,
    String.raw`(?<!\p{L})я (?:\p{L}+ )?не (?:счита|учит|засчит|учт)\p{L}*`,
    String.raw`(?<!\p{L})(?:eu )?(?:não|nao|n) (?:conto|(?:estou|tô|to|sou) (?:sendo )?contad[oa])(?!\p{L})`,
    String.raw`(?<!\p{L})(?:não|nao|n) me (?:cont|consider)am(?!\p{L})`,
    '(?:没|沒|不)有?(?:[算计計]我|把我[算计計])(?![们們])|我(?![们們])[^，。？?]{0,6}(?:没|沒|不|未)(?:有)?(?:被)?[算计計]',
  ].join('|'),
  'iu',
);

/** Whether somebody speaks of not being counted oneself, and not only of what one sees. */
export function speaksOfOwnCount(said: string): boolean {
  return ownCount.test(said);
}
