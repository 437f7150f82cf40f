/** Another person is spoken of without a name: "she", "my colleague". Nothing that is said so is said of oneself. */

const another = new RegExp(
  [
    String.raw`(?<!\p{L})(?:he|she|his|him|her|hers|он|она|него|неё|нее|ему|ей|ele|ela|dele|dela)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:my|our|the|a|an|this|that) (?:new )?(?:colleague|co-?worker|boss|manager|friend|customer|client|wife|husband|intern|guy|girl|team ?mate|assistant|trainee)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:коллег|начальни|шеф|друг|подруг|клиент|жена|жены|жене|жену|муж|стаж[её]р|новичок|новичк|новеньк)\p{L}*`,
    String.raw`(?<!\p{L})(?:colega|chefe|amig[oa]|cliente|espos[oa]|marido|mulher|estagi[aá]ri[oa]|novat[oa])(?!\p{L})`,
    '[他她]|同事|老板|老闆|主管|朋友|客户|客戶|老婆|太太|先生|实习生|實習生|新人',
  ].join('|'),
  'iu',
);

/** Whether a text speaks of somebody without a name who is not the one who speaks. */
export function speaksOfAnother(text: string): boolean {
  return another.test(text);
}
