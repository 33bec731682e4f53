/** A timeline of the articles inside it. */
export class EraLine extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    "era-line": EraLine;
  }
}
