// The custom element: lifecycle and attributes. Meaning is in Rust; this class forwards.

import init from "./glue.js";
import { ELEMENT_STYLE } from "./style.js";

/** A timeline of the articles inside it. */
export class EraLine extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(ELEMENT_STYLE);
    root.adoptedStyleSheets = [sheet];
    root.append(document.createElement("slot"));
    this.ready = init({ module_or_path: new URL("era-line.wasm", import.meta.url) });
  }
}

if (!customElements.get("era-line")) customElements.define("era-line", EraLine);
