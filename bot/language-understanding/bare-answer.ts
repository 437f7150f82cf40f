/** A bare answer says yes to a card and nothing else. It writes nothing: what is recorded, a button of that card records. */

const polite = '(?:please|pls|thanks|then|now|пожалуйста|тогда|por favor|então)';
const assents = [
  '(?:oh |ok,? |okay,? |well,? )?(?:yes|yep|yeah|yup|sure|ok|okay|correct|exactly|go ahead|go for it|do it|do that|record it|confirm(?:ed)?|i confirm|both|all of them|sounds good)',
  '(?:ну |ок,? )?(?:да|ага|ок|окей|хорошо|давай|верно|точно|подтверждаю|записывай(?:те)?|запиши(?:те)?|сделай(?:те)?|оба|обе|обоих|все)',
  '(?:ok,? |tá,? )?(?:sim|isso|isso mesmo|ok|okay|certo|claro|confirmo|confirma|pode|pode ser|pode sim|pode fazer|pode registrar|faz isso|ambos|os dois|as duas|todos)',
  '(?:是|是的|对|对的|好|好的|好啊|好吧|行|可以|嗯|没错|确认|确定|就这样|记吧|记下来|两个都是|都是|對|對的|沒錯|確認|確定|記吧|記下來|兩個都是)(?:的|了|吧|啊)?',
].join('|');

const bare = new RegExp(`^(?:${assents})(?:[,，、!！.。 ]+(?:${assents}|${polite}))*[,，!！.。 ]*$`, 'iu');

/** Whether a message is nothing but an answer to the card above: yes, go ahead, да, 好的, sim, both. */
export function isBareAnswer(said: string): boolean {
  return bare.test(said.trim());
}
