/** Splits text into the records of a table after RFC 4180, piece by piece; its time grows with the characters and with nothing else. */
import type { Separator } from './header';

/** A record and the line on which it begins. */
export interface SplitRecord {
  /** The first line of the text is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What makes it unclear where a record ends, with the line on which the record begins. */
export interface SplitFault {
  readonly line: number;
  readonly fault: 'stray-quote' | 'quote-not-closed' | 'too-long' | 'too-many-cells';
}

/** The most that one record may hold. */
export interface RecordBounds {
  /** In characters, separators and quotation marks not counted. */
  readonly characters: number;
  readonly cells: number;
}

/**
 * Where the splitter stands: before a cell, in one without quotation marks, within quotation marks, or behind a quotation mark
 * that ends the cell unless a second one follows.
 */
type Place = 'before' | 'bare' | 'quoted' | 'behind-quote';

const lineBreak = /\r\n|\r|\n/g;

/** Of a longer text V8 keeps the whole piece in memory that it was cut from; a copy keeps only itself. */
const longestInPlace = 12;

function copyOf(text: string): string {
  return text.length > longestInPlace ? Buffer.from(text).toString() : text;
}

/** Splits one text. A line ends with CR, LF or both; a quotation mark within a cell in quotation marks is doubled. */
export class RecordSplitter {
  readonly #separator: Separator;
  readonly #bounds: RecordBounds;
  readonly #special: RegExp;
  #place: Place = 'before';
  #cells: string[] = [];
  #cell = '';
  #characters = 0;
  #line = 1;
  #linesWithin = 0;
  #emptyLines = 0;
  #endsWithReturn = false;

  constructor(separator: Separator, bounds: RecordBounds) {
    this.#separator = separator;
    this.#bounds = bounds;
    this.#special = new RegExp(`["\r\n${separator}]`, 'g');
  }

  /**
   * The records that end in this piece of the text, and at last the fault that ends the reading. Lines without any character are
   * passed over: only {@link emptyLines} counts them. Everything must be taken before the next piece is given.
   */
  *split(piece: string): Generator<SplitRecord | SplitFault, void> {
    let at = this.#begin(piece);
    while (at < piece.length) {
      at = this.#skipText(piece, at);
      const over = this.#overBounds();
      if (over) {
        yield over;
        return;
      }
      if (at === piece.length || this.#place === 'quoted') continue;
      const ends = this.#takeSign(piece[at]!);
      if (typeof ends === 'object') {
        yield ends;
        return;
      }
      at = ends ? this.#behindBreak(piece, at) : at + 1;
      if (ends && !this.#passEmptyLine()) yield this.#endRecord();
    }
  }

  /** What stands behind the last line break. */
  end(): SplitRecord | SplitFault | undefined {
    if (this.#place === 'quoted') return { line: this.#line, fault: 'quote-not-closed' };
    return this.#overBounds() ?? (this.#isEmptyLine() ? undefined : this.#endRecord());
  }

  /** How many lines without any character there were, and the line that comes next. */
  emptyLines(): { readonly line: number; readonly emptyLines: number } {
    return { line: this.#line, emptyLines: this.#emptyLines };
  }

  /** Where the piece begins: the two signs of one line break may stand in two pieces. */
  #begin(piece: string): number {
    const at = this.#endsWithReturn && piece.startsWith('\n') && this.#isEmptyLine() ? 1 : 0;
    if (piece !== '') this.#endsWithReturn = false;
    return at;
  }

  #skipText(piece: string, from: number): number {
    if (this.#place === 'quoted') return this.#skipQuoted(piece, from);
    return this.#place === 'behind-quote' ? from : this.#skipBare(piece, from);
  }

  /** The position behind the text within quotation marks; the piece may end before the closing one. */
  #skipQuoted(piece: string, from: number): number {
    const quote = piece.indexOf('"', from);
    const end = quote < 0 ? piece.length : quote;
    this.#add(piece.slice(from, end));
    if (quote < 0) return end;
    this.#place = 'behind-quote';
    return end + 1;
  }

  #skipBare(piece: string, from: number): number {
    this.#special.lastIndex = from;
    const end = this.#special.exec(piece)?.index ?? piece.length;
    if (end > from) {
      this.#add(piece.slice(from, end));
      this.#place = 'bare';
    }
    return end;
  }

  /** Takes the sign at a position where a cell may end; true if it ends the record, a fault if it may not stand there. */
  #takeSign(sign: string): boolean | SplitFault {
    if (sign === '"') return this.#takeQuote();
    if (sign === this.#separator) {
      this.#endCell();
      return false;
    }
    return sign === '\r' || sign === '\n' || { line: this.#line, fault: 'stray-quote' };
  }

  #takeQuote(): false | SplitFault {
    if (this.#place === 'bare') return { line: this.#line, fault: 'stray-quote' };
    if (this.#place === 'behind-quote') this.#add('"');
    this.#place = 'quoted';
    return false;
  }

  /** The position behind a line break, of which CR and LF together are one. */
  #behindBreak(piece: string, at: number): number {
    const isReturn = piece[at] === '\r';
    if (isReturn && at + 1 === piece.length) this.#endsWithReturn = true;
    return isReturn && piece[at + 1] === '\n' ? at + 2 : at + 1;
  }

  #isEmptyLine(): boolean {
    return this.#place === 'before' && this.#cells.length === 0;
  }

  /** Counts the line if it has no character; else does nothing and returns false. */
  #passEmptyLine(): boolean {
    if (!this.#isEmptyLine()) return false;
    this.#emptyLines += 1;
    this.#line += 1;
    return true;
  }

  #add(text: string): void {
    this.#cell += text;
    this.#characters += text.length;
  }

  #endCell(): void {
    if (this.#cell !== '') this.#linesWithin += this.#cell.match(lineBreak)?.length ?? 0;
    this.#cells.push(copyOf(this.#cell));
    this.#cell = '';
    this.#place = 'before';
  }

  #endRecord(): SplitRecord {
    this.#endCell();
    const record = { line: this.#line, cells: this.#cells };
    this.#line += 1 + this.#linesWithin;
    this.#cells = [];
    this.#characters = 0;
    this.#linesWithin = 0;
    return record;
  }

  #overBounds(): SplitFault | undefined {
    if (this.#characters > this.#bounds.characters) return { line: this.#line, fault: 'too-long' };
    return this.#cells.length >= this.#bounds.cells ? { line: this.#line, fault: 'too-many-cells' } : undefined;
  }
}
