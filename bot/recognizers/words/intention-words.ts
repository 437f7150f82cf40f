/** Intention words tell that somebody considers leaving, or may leave: it is not recorded, but what would be can be told. */

const leaving = {
  en: '(?:to |about |of )*(?:be )?(?:leav|quit|resign|depart|retir|mov(?:e|ing) on)',
  ru: '(?:об? )?(?:\\p{L}+ ){0,2}(?:увол|уйти|уход|покинуть)',
  pt: '(?:\\p{L}+ ){0,2}(?:sair|pedir (?:as )?(?:contas|demiss)|deixar a|ir embora|se desligar)',
  han: '\\p{sc=Han}{0,3}(?:[离離][职職开開]|[辞辭][职職]|走)',
};

const intended = new RegExp(
  [
    `(?<!\\p{L})(?:plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|want(?:s|ed)?|wish(?:es)?|hop(?:es?|ing)|consider(?:s|ed|ing)?|think(?:s|ing)?|thought|threaten(?:s|ed|ing)?|might|may|could) ${leaving.en}`,
    `(?<!\\p{L})(?:собира\\p{L}+|планиру\\p{L}+|намер\\p{L}+|хоч\\p{L}+|хотел\\p{L}*|дума\\p{L}+|подумыва\\p{L}+|мечта\\p{L}+|может|передумал\\p{L}*) ${leaving.ru}`,
    `(?<!\\p{L})(?:pretend\\p{L}+|quer|queria|querendo|pens(?:a|ando|ou) em|planej\\p{L}+|cogita\\p{L}*|pode|poderia|deseja|ameaç\\p{L}+|considera\\p{L}*|desistiu de) ${leaving.pt}`,
    `(?:打算|想要?|考[虑慮]|有意|可能|[计計][划畫劃]|[准準][备備]|琢磨|也[许許]|或[许許])${leaving.han}`,
  ].join('|'),
  'iu',
);

/** "Plans to leave in March", "хочет уйти", `打算离职`: whether a leave is only intended, considered or possible. */
export function isLeaveIntended(said: string): boolean {
  return intended.test(said);
}
