import { readCorpus, type Half } from '../bench/hearing/corpus';
import { hearingOf } from '../bench/hearing/hearing';
import { markOf } from '../bench/hearing/mark';
const part = process.argv[2] as Half; const locale = process.argv[3] as never;
let n = 0, bad = 0; const asks: Record<string, number> = {};
const lines = readCorpus(part, locale).filter((_, at) => at % 4 === 0);
const out: string[] = [];
for (const line of lines) { n++; const mark = markOf(line, hearingOf(line)); if (mark.isRight && !mark.isWhole) { bad++; asks[line.ask!] = (asks[line.ask!] ?? 0) + 1; out.push(mark.text); } }
console.log(n, bad, JSON.stringify(asks)); console.log(out.join('\n'));
