/** An earning question asks which exam or certification the one who asks should take. */

const earning =
  /(?<!\p{L})(?:exams?|certs?|certifications?|certificates?|study|learn|tests?|prova|provas|exames?|certifica\p{L}+|estud\p{L}+|экзамен\p{L}*|сертифик\p{L}*|учить\p{L}*|сдать|сдавать|изуч\p{L}+)(?!\p{L})|[考学學]|认证|認證|证书|證書/iu;

const shouldI =
  /(?<!\p{L})(?:(?:should|could|can|do|must|shall) i|i (?:should|could|can|need to|have to)|for me|мне|я|eu|devo|posso)(?!\p{L})|我(?![们們])/iu;

const whatToTake =
  /(?<!\p{L})what (?:should|could|can|must|do) i (?:need to |have to )?(?:take|pass|earn|sit)(?!\p{L})/iu;

/** Whether somebody asks what they themselves should earn: "which exam should I take", although "I want the plan" is not. */
export function asksWhatToEarn(said: string): boolean {
  return whatToTake.test(said) || (earning.test(said) && shouldI.test(said));
}
