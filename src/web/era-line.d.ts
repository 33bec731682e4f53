/** An article as one hands it to `load`. */
export interface ArticleRecord {
  /** Unique; otherwise made from `name`. */
  id?: string;
  /** The name of the file it came from. */
  name?: string;
  title?: string;
  /** Plain text, as pasted. Either this or `html`. */
  text?: string;
  html?: string;
  /** EDTF, or the start of an ISO 8601 timestamp. */
  published?: string;
  publisher?: string;
  url?: string;
  /** BCP 47. */
  lang?: string;
}

/** An article of what is shown, in words, for a page that lists them. */
export interface ArticleLine {
  id: string;
  title: string;
  /** "2,570 characters"; empty where the text is not kept. */
  characters: string;
  /** "23 July 2021", or null where no date is known. */
  date: string | null;
  /** How the date is known, or what it would place. */
  how: string;
  /** Whether the date came with the article or its page. */
  stated: boolean;
  /** "7 events". */
  events: string;
  /** Expressions that only a publication date would place. */
  unplaced: string[];
  /** What of the article could not be read. */
  problems: string[];
}

/** A timeline document, version 1. */
export interface TimelineDocument {
  eraline: 1;
  title?: string | null;
  lang?: string | null;
  range?: string | null;
  articles: object[];
  events: object[];
  eras?: object[];
  undated?: object[];
  warnings?: object[];
  [field: string]: unknown;
}

/** An editor's corrections; docs/edits.md describes them. */
export interface EditsFile {
  eraline_edits: 1;
  edits: { edit: string; [field: string]: unknown }[];
}

export interface EraLineEventMap {
  /** A timeline was drawn. */
  ready: CustomEvent<{ events: number; articles: number }>;
  /** An event was chosen; `id` is null when the card was closed. */
  select: CustomEvent<{ id: string | null; headline: string | null; date: string | null }>;
  /** Something could not be read. */
  error: CustomEvent<{ message: string }>;
  /** How far reading is. */
  progress: CustomEvent<{ article: number; articles: number; title: string; events: number }>;
}

/** A timeline of the articles inside it, of the files in `src`, or of the page's own article that `for` names. */
export class EraLine extends HTMLElement {
  /** Resolves to the element when its first timeline is drawn. */
  readonly ready: Promise<EraLine>;
  /** What is in view, as an EDTF interval: "2021-07-19/2021-09-06". */
  get view(): string | null;
  set view(interval: string | null);
  /** The articles of what is shown, in words. */
  readonly articles: ArticleLine[];
  /** The timeline document of what is shown; made when asked for, which takes time for hundreds of articles. */
  readonly document: TimelineDocument | null;
  /** Makes an editor's corrections, in place of those before; null takes them back. Rejects with one clear message. */
  applyEdits(file: EditsFile | null): Promise<void>;
  /** The edits file that is applied, or null. */
  readonly edits: EditsFile | null;
  /** Reads articles or shows a document; false where a later call came between. Rejects with one clear message. */
  load(input: ArticleRecord | ArticleRecord[] | TimelineDocument): Promise<boolean>;
  addEventListener<K extends keyof EraLineEventMap>(
    type: K,
    listener: (this: EraLine, event: EraLineEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "era-line": EraLine;
  }
}
