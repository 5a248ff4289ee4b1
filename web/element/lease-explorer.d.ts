// Types of the element. The Exhibit is the JSON that `offramp show --json` prints.

export interface Exhibit {
  lease: string;
  title: string;
  question: string;
  as_of: string;
  verdict: { tone: string; holder: string; pill: string; sentence: string; contrast: string };
  /** The fragment of a link that brings a reader here; empty for what is published. */
  link: string;
  /** The same with its version, the terms' version and a check against truncation. */
  permalink: string;
  figures: { id: string; text: string }[];
  controls: { id: string; kind: string; label: string; value: string; value_text: string }[];
  [more: string]: unknown;
}

export type ExportFormat =
  'link' | 'json' | 'sentence' | 'wikitext' | 'bibtex' | 'svg' | 'csv' | 'ics';

export class LeaseExplorer extends HTMLElement {
  /** Address of the lease; reflects the attribute. */
  src: string;
  /** A lease's text in the place of `src`; null while there is none. */
  lease: string | null;
  /** What the engine finds in a lease's text, shown nowhere: a line for each finding. */
  static check(text: string): Promise<{ isGood: boolean; findings: string }>;
  /** The scenario as the fragment of a link, without `#`. */
  state: string;
  /**
   * Null until the explorer is live. While something is being dragged it has no other readings, reasons
   * or contrasts; they follow with `change`.
   */
  readonly exhibit: Exhibit | null;
  /** Texts by name, for prose that follows: `late-delivery.first_day`. */
  readonly figures: Record<string, string>;
  /** Resolves when it is live and nothing waits to be drawn, or when it cannot be live. */
  readonly idle: Promise<void>;
  /** Goes live without waiting to be seen. */
  start(): Promise<void>;
  /** What is shown now, in another format; empty until the explorer is live. */
  exported(format: ExportFormat): string;
  /** CSS pixels, from the picture's top left corner, of what is drawn for a control. */
  itemRect(control: string, part?: string): DOMRect | null;

  addEventListener(type: 'ready', listener: (event: CustomEvent<undefined>) => void): void;
  addEventListener(type: 'move' | 'change', listener: (event: CustomEvent<string>) => void): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'lease-explorer': LeaseExplorer;
  }
}
