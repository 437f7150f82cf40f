/** Some words only look as if a sentence asked, denied or supposed something: "if possible", "or not", `como concluída`. */

/** What is no question, denial or supposition, and what is written in its place. */
const seeming: readonly (readonly [form: RegExp, plain: string])[] = [
  // "We're" is no "were", with which a question begins.
  [/(?<=(?<!\p{L})(?:we|they|you))['’]re(?!\p{L})/giu, ''],
  // Politeness is no condition where nothing follows it.
  [
    /(?<!\p{L})(?:if (?:(?:it|that)(?:['’]s| is) )?(?:still )?(?:possible|ok|okay|all right)|if you (?:can|could|please|don['’]?t mind)|если (?:это )?(?:(?:ещ[её]|вообще) )?(?:возможно|можно|не (?:трудно|сложно|поздно|затруднит))|если (?:можешь|можете|не против)|se (?:fa[çc]a? favor|faz favor)|se (?:ainda )?(?:for )?(?:poss[ií]vel|der|puder|puderes)|se n[ãa]o for (?:inc[oô]modo|pedir muito))(?=\s*(?:[,.!?;]|$))/giu,
    ' ',
  ],
  [/(?:如果|要是)?(?:可以|方便|来得及|來得及|有可能)的[话話]/gu, ''],
  // Both answers are asked for.
  [/(?<!\p{L})(?:or not|или нет|или не|ou n[ãa]o)(?!\p{L})/giu, ' ? '],
  [/(\p{sc=Han})[不没沒]\1/gu, '$1吗'],
  [/(?<=[了过過])[没沒](?=[啊呀呢嘞哦]|[^\p{sc=Han}]|$)/gu, '吗'],
  // What was done, how a thing is to be marked.
  [
    /(?<!\p{L})what (?:i|we)(?: (?:have|had|just))* (?:just|did|done|entered|typed|wrote|recorded|said)(?!\p{L})/giu,
    ' ',
  ],
  [/(?<!\p{L})como (?=\p{L}+(?:[aiíu]d[oa]s?|feit[oa]s?)(?!\p{L}))/giu, ' '],
  [/(?<!\p{L})как (?=\p{L}+(?:нн|вш|дш)(?:ый|ая|ое|ые|ого|ую|ых)(?!\p{L}))/giu, ' '],
  [/(?<!\p{L})(?:как (?:было|раньше|прежде)|como (?:estava|era|antes)|(?:to )?how it was)(?!\p{L})/giu, ' '],
  [
    /(?<=(?<!\p{L})(?:defin|marc|registr|coloc|deix|consider|trat|salv|anot|us)\p{L}* (?:\p{L}+ ){0,3})como(?!\p{L})/giu,
    ' ',
  ],
  // Who is not there any more has left: that is no denial.
  [
    /(?<!\p{L})(?:(?:is|are|was)(?: not|n['’]t)|['’]s not)(?= (?:with us|here|in the company|at the company|on the team|part of|working|employed)(?!\p{L}))/giu,
    ' ',
  ],
  [/(?<!\p{L})(?:больше|уже) не(?= (?:работает|с нами|в (?:компании|штате)|у нас|числится)(?!\p{L}))/giu, ' '],
  [
    /(?<!\p{L})n[ãa]o(?= (?:est[áa]|t[áa]|trabalha|faz parte|integra|pertence)(?: \p{L}+){0,4} mais(?!\p{L})| (?:est[áa]|t[áa]|trabalha|faz parte|integra|pertence) mais(?!\p{L}))/giu,
    ' ',
  ],
  // `吧` asks after a statement and invites after an order.
  [/(?<=[上下去掉入]|[帮幫给給把请請]\p{sc=Han}{1,12})吧/gu, ''],
];

/** The sentence with plain words in place of those that only look like a question, a denial or a supposition. */
export function plainSpoken(said: string): string {
  return seeming.reduce((text, [form, plain]) => text.replace(form, plain), said);
}
