// The custom element: lifecycle, attributes, files, pauses. Meaning is in Rust; this class forwards to it.

import init, { TimelineElement } from "./glue.js";
import { ELEMENT_STYLE } from "./style.js";

/** One wasm instance and one style sheet serve every timeline of the page. */
let core;
let sheet;

const loadCore = () => (core ??= init({ module_or_path: new URL("era-line.wasm", import.meta.url) }));

const adoptStyle = (root) => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(ELEMENT_STYLE);
  }
  root.adoptedStyleSheets = [sheet];
};

/** Lets the page paint and answer between two steps of reading; a message waits its turn behind the page's own timers,
    before which `scheduler.yield` would always come back. */
const pause = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (port1.close(), resolve());
    port2.postMessage(0);
  });

/** Resolves when the parser has been past the element and what `for` may name. */
const parsed = () =>
  document.readyState !== "loading" ||
  new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));

const fetchText = async (url) => {
  const response = await fetch(new URL(url, document.baseURI));
  if (!response.ok) throw new Error(`${url}: expected a file, found status ${response.status}`);
  return { name: url, type: response.headers.get("content-type") ?? "", text: await response.text() };
};

/** A timeline of the articles inside it, of the files in `src`, or of the page's own article that `for` names. */
export class EraLine extends HTMLElement {
  static observedAttributes = ["src", "for", "edits", "card", "label"];
  #timeline;
  #job = 0;
  #announceReady;
  /** Resolves to the element when its first timeline is drawn. */
  ready = new Promise((resolve) => (this.#announceReady = resolve));

  connectedCallback() {
    if (!this.shadowRoot) adoptStyle(this.attachShadow({ mode: "open" }));
    if (this.#timeline) this.#connect();
    if (!this.#job) this.#readOwn();
  }

  disconnectedCallback() {
    this.#timeline?.disconnect();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#timeline) return;
    if (name === "src" || name === "for") this.#readOwn();
    else if (name === "edits") this.#readEdits();
    else this.#timeline.refresh();
  }

  /** Reads articles (one record or an array), or shows a timeline document. Gives false where a later call came between. */
  load(input) {
    return this.#run((timeline) => timeline.begin(input));
  }

  /** Makes an editor's corrections, in place of those before; null takes them back. Rejects with one clear message. */
  async applyEdits(file) {
    await loadCore();
    // What is being read is corrected when it is there.
    if (this.#made().set_edits(file)) await this.#run(() => {});
  }

  /** The edits file that is applied, or null. */
  get edits() {
    return this.#timeline?.edits() ?? null;
  }

  /** What is in view, as an EDTF interval: "2021-07-19/2021-09-06". */
  get view() {
    return this.#timeline?.view() ?? null;
  }

  set view(interval) {
    this.#timeline?.set_view(String(interval));
  }

  /** The articles of what is shown, in words, for a page that lists them. */
  get articles() {
    return this.#timeline?.articles() ?? [];
  }

  /** The timeline document of what is shown, or null. */
  get document() {
    return this.#timeline?.document() ?? null;
  }

  /** The inner half, which the first thing to read or to edit makes. */
  #made() {
    if (!this.#timeline) {
      this.#timeline = new TimelineElement();
      if (this.isConnected) this.#connect();
    }
    return this.#timeline;
  }

  #connect() {
    // Later, since the call comes from inside the core.
    const retry = () => queueMicrotask(() => this.#readOwn());
    this.#timeline.connect(this, this.shadowRoot, retry);
  }

  async #readEdits() {
    const url = this.getAttribute("edits");
    try {
      await this.applyEdits(url ? JSON.parse((await fetchText(url)).text) : null);
    } catch (error) {
      this.#tell(url ? `${url}: ${error.message}` : error.message);
    }
  }

  /** Reads what the attributes and the element's own content name. */
  #readOwn() {
    const urls = this.getAttribute("src")?.trim().split(/\s+/) ?? [];
    const fetched = urls.length ? Promise.allSettled(urls.map(fetchText)) : undefined;
    const begin = (timeline, files) => {
      if (!files) return timeline.begin_page(this);
      const failed = files.filter((file) => file.reason).map((file) => file.reason.message);
      return timeline.begin_files(files.filter((file) => file.value).map((file) => file.value), failed);
    };
    this.#run(begin, fetched).catch(() => {});
    if (this.hasAttribute("edits")) this.#readEdits();
  }

  /** Begins a job once its files are there, and steps through it until it is done or a later one takes its place. */
  async #run(begin, fetched) {
    const job = ++this.#job;
    try {
      const [files] = await Promise.all([fetched, loadCore(), parsed()]);
      if (job !== this.#job) return false;
      begin(this.#made(), files);
      while (this.#timeline.step()) {
        await pause();
        if (job !== this.#job) return false;
      }
      this.#announceReady(this);
      return true;
    } catch (error) {
      if (job === this.#job) this.#fail(error);
      throw error;
    }
  }

  /** Shows an error where the timeline would stand; without a core, the articles themselves. */
  #fail(error) {
    if (this.#timeline) this.#timeline.fail(error.message);
    else this.shadowRoot?.replaceChildren(document.createElement("slot"));
    this.#tell(error.message);
  }

  #tell(message) {
    this.dispatchEvent(new CustomEvent("error", { detail: { message } }));
  }
}

// A second copy of this script on a page leaves the first one in place.
if (!customElements.get("era-line")) customElements.define("era-line", EraLine);
