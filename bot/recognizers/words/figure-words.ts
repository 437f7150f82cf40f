/** Figure words stand beside an amount: that a figure changed by it and is not it, or that a number belongs to the name of a product. */

const change =
  /(?<!\p{L})(?:fell|dropped|rose|grew|increased|decreased|up|down) by(?!\p{L})|(?<!\p{L})(?:minus|минус|menos) ?\d|(?<![\p{L}\d])-\d|(?:упал|вырос|снизил|увеличил|сократил)\p{L}* на(?!\p{L})|(?<!\p{L})(?:caiu|aumentou|subiu|cresceu|diminuiu)(?!\p{L})(?! para)|(?:减少|減少|增加|下降|上升|降|涨|漲|少|多)了/iu;

/** Whether an amount is what a figure changed by and not the figure: "fell by 20,000". */
export function isChange(said: string): boolean {
  return change.test(said);
}

const before =
  /(?:(?:up|down|increased|decreased|rose|fell) from|instead of|previously|вместо|раньше было|ранее|em vez de|antes eram?|之前是?|原[来來]是?)\s*[$€£]?\s*\d[\d.,]*\s*(?:k|m|mil|тыс\.?|万|萬)?(?!\p{L})/giu;

/** The text without names of products, lengths of time and what a figure was before, whose numbers are not its value. */
export function withoutOtherNumbers(said: string): string {
  return said
    .replace(before, ' ')
    .replace(
      /(?<!\p{L})(?:and not|not|rather than|instead of|а не|не|вместо|e n[ãa]o|n[ãa]o|em vez de)\s+\$?\d[\d.,\u00a0\u202f]*(?!\s*(?:,|but|а|mas))|(?:而不是|不是)\s*\d[\d.,]*[万萬千]?/giu,
      ' ',
    )
    .replace(/office ?365|o365|m365|microsoft 365|d365|dynamics 365/giu, ' ')
    .replace(
      /(?:last|past|nos últimos|за последние|过去|過去|近)\s*\d+\s*(?:months?|meses|месяц\p{L}*|个月|個月)/giu,
      ' ',
    );
}
