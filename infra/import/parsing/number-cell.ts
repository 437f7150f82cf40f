/** What a cell says that is meant to be a number, and whether a comma in this file means thousands or a decimal. */
import { type Refused, refuse } from './bytes';

export type DecimalSign = '.' | ',';

export type NumberCell =
  /** `decimal` is set where the way it is written shows which sign this hand uses for decimals. */
  | { readonly number: number; readonly decimal?: DecimalSign }
  /** `1,234` or `1.234`: what it is with either sign for decimals. */
  | { readonly pointed: number; readonly comma: number }
  | { readonly yesNo: boolean }
  | { readonly fault: 'not-a-number' };

const words: Readonly<Record<string, boolean>> = {
  ...Object.fromEntries(['yes', 'true', 'y', '是', 'да', 'sim', 'verdadeiro'].map((word) => [word, true])),
  ...Object.fromEntries(['no', 'false', 'n', '否', 'нет', 'não', 'nao', 'falso'].map((word) => [word, false])),
};

const groupedBySpace = /^\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?$/;
const groupedBySign = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)([.,])\d+)?$/;
const plain = /^\d+(?:[.,]\d+)?$/;

/** Reads numbers with or without thousands and decimals in any common notation, amounts in US dollars, and yes or no. */
export function readNumber(cell: string): NumberCell {
  const text = cell.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  if (Object.hasOwn(words, text)) return { yesNo: words[text]! };
  const bare = text.replace(/^(?:usd|us\$|\$) ?| ?(?:usd|\$)$/g, '').replace('−', '-');
  const [sign, digits] = bare.startsWith('-') ? [-1, bare.slice(1)] : [1, bare];
  return signed(readDigits(digits), sign);
}

function signed(cell: NumberCell, sign: number): NumberCell {
  if (sign === 1 || 'fault' in cell || 'yesNo' in cell) return cell;
  return 'number' in cell ? { ...cell, number: -cell.number } : { pointed: -cell.pointed, comma: -cell.comma };
}

function readDigits(digits: string): NumberCell {
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return open(digits);
  const bySign = groupedBySign.exec(digits);
  if (bySign && !digits.startsWith('0')) return grouped(digits, bySign[1] as DecimalSign);
  if (groupedBySpace.test(digits) || plain.test(digits)) return decimal(digits.replace(/[ '’]/g, ''));
  return { fault: 'not-a-number' };
}

function open(digits: string): NumberCell {
  const [whole, fraction] = [Number(digits.replace(/[.,]/, '')), Number(digits.replace(',', '.'))];
  return digits.includes(',') ? { pointed: whole, comma: fraction } : { pointed: fraction, comma: whole };
}

function grouped(digits: string, thousands: DecimalSign): NumberCell {
  const other = thousands === ',' ? '.' : ',';
  return { number: Number(digits.replaceAll(thousands, '').replace(other, '.')), decimal: other };
}

function decimal(digits: string): NumberCell {
  const used = /[.,]/.exec(digits)?.[0] as DecimalSign | undefined;
  const number = Number(digits.replace(',', '.'));
  return used === undefined ? { number } : { number, decimal: used };
}

interface Sight {
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

export interface NumberEvidence {
  see(cell: NumberCell, sight: Sight): void;
  /** The sign, if the file needs one and settles it; a refusal with a question, if it needs one and does not. */
  verdict(): { readonly decimal?: DecimalSign } | Refused;
}

/** Collects what a file says about its decimals; where it says both, nothing is settled. */
export function numberEvidence(): NumberEvidence {
  const seen = new Set<DecimalSign>();
  let open: Refused | undefined;
  return {
    see(cell, { line, column, value }) {
      if ('number' in cell && cell.decimal) seen.add(cell.decimal);
      if ('pointed' in cell) {
        const readings = {
          thousands: Math.max(cell.pointed, cell.comma),
          decimals: Math.min(cell.pointed, cell.comma),
        };
        open ??= refuse('ambiguous-numbers', { line, column, value, ...readings });
      }
    },
    verdict() {
      const [decimal, contrary] = [...seen];
      const settled = decimal !== undefined && contrary === undefined;
      return settled ? { decimal } : (open ?? {});
    },
  };
}

/** The number that a cell means under the decimal sign of its file. */
export function numberIn(cell: NumberCell, decimal: DecimalSign | undefined): number | boolean | undefined {
  if ('fault' in cell) return undefined;
  if ('yesNo' in cell) return cell.yesNo;
  if ('number' in cell) return cell.number;
  return decimal === ',' ? cell.comma : cell.pointed;
}
