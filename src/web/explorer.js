// The explorer: the bundled story, and a place to read one's own articles. Works through the public interface of
// `<era-line>` only: `load`, `articles`, `document`, and the events `progress`, `ready` and `error`. All that comes
// from articles reaches the page as text.

import { save, setUpEditing } from "./explorer-edits.js";
import { readFile, readPasted, withIds } from "./explorer-input.js";
import { noteOf, paintedRow, rowValues } from "./explorer-rows.js";
import { announceOutcome, showProgress, tell, tellMore, tellReading } from "./explorer-status.js";
import { counted, typedDate } from "./explorer-words.js";

/** Rows painted at once; a list of thousands is shown on request. */
const FIRST_ROWS = 50;

const part = (id) => document.getElementById(id);
const timeline = part("timeline");
const bundledTitle = timeline.getAttribute("label");
const bundledSources = timeline.getAttribute("src").split(/\s+/);

/** What the timeline shows: records, or a finished timeline document. */
let shown = { records: [], bundled: true };
/** What the element says of the articles shown, once they are read. */
let found = null;
/** The detail of the latest `ready`: how much was found. */
let outcome = { events: 0, articles: 0 };
/** The number of the latest input: what an earlier one still brings is dropped. */
let turn = 0;
/** The number of the latest choice of files; opening them ends where something else is shown. */
let opening = 0;
/** Whether `show` waits for the element, and finishes what it shows itself. */
let loading = false;
let rowsWanted = FIRST_ROWS;
/** The ids whose publication date the reader typed. */
const datedByReader = new Set();

const editing = setUpEditing(timeline);

// --- Reading ---

/** Shows `next`; a later call wins over this one. */
async function show(next) {
  turn += 1;
  opening += 1;
  const mine = turn;
  shown = next;
  found = null;
  rowsWanted = FIRST_ROWS;
  paint();
  timeline.setAttribute("label", titleOf(next));
  loading = true;
  try {
    await timeline.load(next.document ?? next.records);
  } catch (error) {
    if (mine === turn) tellMore(error.message || String(error));
  }
  // The timeline is painted before the list below it.
  await new Promise((resolve) => setTimeout(resolve));
  if (mine !== turn) return;
  loading = false;
  finish();
  announceOutcome(outcome);
}

/** Files, as many as one likes, join the reader's earlier ones. */
async function readFiles(files) {
  if (!files.length) return;
  opening += 1;
  const mine = opening;
  const all = { records: [], problems: [], documents: [] };
  for (const [at, file] of [...files].entries()) {
    showProgress({ article: at + 1, articles: files.length, title: file.name, doing: "Opening file" });
    const read = await readFile(file);
    if (mine !== opening) return;
    all.records.push(...read.records);
    all.problems.push(...read.problems);
    if (read.document) all.documents.push({ name: file.name, document: read.document });
    all.edits ??= read.edits;
  }
  take(all);
}

/** Takes what was read; `published` is a date that the reader typed for all of it. */
function take({ records, problems, documents = [], published, edits }) {
  const [only] = documents;
  if (edits && !records.length && !documents.length) {
    tell(problems);
    showProgress(null);
    return editing.open(edits);
  }
  if (only && !records.length && documents.length === 1) {
    tell(problems);
    return jumpTo({ records: [], document: only.document });
  }
  for (const { name } of documents) {
    problems.push(`${name}: expected articles, found a finished timeline. Open it alone.`);
  }
  tell(problems);
  if (edits) editing.open(edits);
  if (!records.length) {
    showProgress(null);
    return paint();
  }
  const earlier = shown.bundled || shown.document ? [] : shown.records;
  const fresh = withIds(published ? records.map((record) => ({ ...record, published })) : records, earlier.map(({ id }) => id));
  if (published) fresh.forEach(({ id }) => datedByReader.add(id));
  jumpTo({ records: [...earlier, ...fresh] });
}

function jumpTo(next) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  show(next);
  part("whose").scrollIntoView({ behavior: still ? "instant" : "smooth", block: "start" });
}

/** The bundled articles as records: fetched once, and only when the reader asks to change them. */
let bundledRecords = null;
function bundled() {
  bundledRecords ??= Promise.all(
    bundledSources.map(async (url) => {
      const response = await fetch(url);
      const file = new File([await response.blob()], url.split("/").pop());
      return (await readFile(file)).records;
    }),
  ).then((lists) => withIds(lists.flat(), []));
  return bundledRecords;
}

/** The records shown, changed by `change`. */
async function revise(change) {
  const before = turn;
  const records = shown.bundled ? await bundled() : shown.records;
  if (before !== turn) return;
  const changed = change(records);
  if (changed.length) show({ records: changed, bundled: shown.bundled && changed.length === records.length });
  else backToBundled();
}

async function backToBundled() {
  datedByReader.clear();
  tell([]);
  part("headline").focus({ preventScroll: true });
  const before = turn;
  const records = await bundled();
  if (before === turn) show({ records, bundled: true });
}

function titleOf({ records, bundled: isBundled, document: made }) {
  if (isBundled) return bundledTitle;
  if (made) return typeof made.title === "string" ? made.title : "Your timeline";
  if (records.length !== 1) return "Your articles";
  return records[0].title ?? "Your article";
}

// --- Painting ---

function paint() {
  const own = !shown.bundled;
  part("whose").hidden = !own;
  part("lede-source").hidden = own;
  const number = found?.length ?? shown.records.length;
  part("whose-words").textContent = shown.document
    ? "This timeline was read from your file."
    : `This timeline is read from ${counted(number, "article", "articles", "words")} of yours.`;
  if (!own && found) {
    part("lede-source").textContent = `This one was read from ${counted(number, "article", "articles", "words")}.`;
  }
  const rows = paintRows();
  const note = noteOf(rows);
  part("note").hidden = !note;
  part("note-words").textContent = note;
  tellReading(rows);
}

function paintRows() {
  const rows = rowValues(shown.records, found ?? [], datedByReader);
  const focused = wantedFocus();
  const asked = { fixed: Boolean(shown.document), reading: !found };
  const template = part("article-row");
  part("articles").replaceChildren(...rows.slice(0, rowsWanted).map((row) => paintedRow(template, row, asked)));
  const all = part("all-rows");
  all.hidden = rows.length <= rowsWanted;
  all.textContent = `Show all ${counted(rows.length, "article", "articles")}`;
  if (focused) restoreFocus(focused);
  return rows;
}

/** The control that had the focus and is not there while the articles are read again. */
let missedFocus = null;

function wantedFocus() {
  const active = document.activeElement;
  const id = active?.closest?.("#articles > li")?.dataset.id;
  if (!id) return null;
  if (missedFocus?.id === id) return missedFocus;
  return { id, act: active.closest(".x-date") ? "date" : active.dataset.act };
}

function restoreFocus(wanted) {
  const row = rowOf(wanted.id);
  const control = row?.querySelector(`[data-act="${wanted.act}"]:not([hidden])`);
  missedFocus = control ? null : wanted;
  (control ?? row?.querySelector("button:not([hidden])"))?.focus();
}

function rowOf(id) {
  return document.querySelector(`#articles > li[data-id="${CSS.escape(id)}"]`);
}

function finish() {
  found = timeline.articles;
  showProgress(null);
  paint();
}

// --- Acts of the reader ---

function openPaste(text = "") {
  part("paste").hidden = false;
  setExpanded(true);
  const area = part("paste-text");
  if (text) area.value = text;
  area.focus();
}

function closePaste() {
  part("paste").reset();
  part("paste").hidden = true;
  part("paste-trouble").textContent = "";
  setExpanded(false);
  document.querySelector('[data-act="paste"]').focus();
}

function setExpanded(open) {
  document.querySelector('[data-act="paste"]').setAttribute("aria-expanded", String(open));
}

/** A typed date, or undefined with the reason said in `trouble`. An empty field is a null. */
function dateFrom(field, trouble) {
  const typed = field.value.trim();
  const date = typed ? typedDate(typed) : null;
  const wrong = typed !== "" && date === null;
  trouble.textContent = wrong ? `Expected a year, month or day such as 2024-10-04, found “${typed}”.` : "";
  field.setAttribute("aria-invalid", String(wrong));
  if (!wrong) return date;
  field.focus();
  return undefined;
}

let pastes = 0;
part("paste").addEventListener("submit", (event) => {
  event.preventDefault();
  const published = dateFrom(part("paste-date"), part("paste-trouble"));
  if (published === undefined) return;
  pastes += 1;
  const text = part("paste-text").value;
  const read = readPasted(text, `“${text.trim().split(/\s+/, 6).join(" ")} …”`);
  closePaste();
  take({
    ...read,
    records: read.records.map((record) => ({ id: `pasted-${pastes}`, ...record })),
    published,
    documents: read.document ? [{ name: "The pasted text", document: read.document }] : [],
  });
});

function askForDate(row) {
  const form = part("date-form").content.firstElementChild.cloneNode(true);
  const field = form.elements.published;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const published = dateFrom(field, form.querySelector(".trouble"));
    if (published === undefined) return;
    const { id } = row.dataset;
    if (published) datedByReader.add(id);
    else datedByReader.delete(id);
    revise((records) => records.map((record) => (record.id === id ? dated(record, published) : record)));
  });
  row.querySelector(".date").replaceChildren(form);
  field.focus();
}

/** The record with another publication date; an empty one takes back what the reader gave. */
function dated(record, published) {
  const { published: _before, ...rest } = record;
  return published ? { ...rest, published } : rest;
}

async function copyEmbedCode() {
  const code = part("embed-code");
  let done = false;
  try {
    await navigator.clipboard.writeText(code.textContent);
    done = true;
  } catch {
    // No permission, or no secure context: the selection works without either.
    getSelection().selectAllChildren(code);
    done = document.execCommand("copy");
  }
  part("copied").textContent = done ? "Copied." : "Selected: press Ctrl+C or ⌘C to copy.";
}

function saveTimeline() {
  if (!timeline.document) return;
  const made = { ...timeline.document };
  made.title ??= timeline.getAttribute("label");
  save(made, "timeline.json");
  part("copied").textContent = "Saved as timeline.json. Put it beside your page.";
}

/** What a button with `data-act` does, with the article's row that it stands in, if any. */
const ACTS = {
  choose: () => part("files").click(),
  paste: () => (part("paste").hidden ? openPaste() : closePaste()),
  "paste-cancel": closePaste,
  bundled: backToBundled,
  copy: copyEmbedCode,
  save: saveTimeline,
  date: askForDate,
  "date-cancel": (row) => {
    paintRows();
    rowOf(row.dataset.id)?.querySelector('[data-act="date"]')?.focus();
  },
  remove: (row) => {
    const { id } = row.dataset;
    (row.nextElementSibling ?? row.previousElementSibling)?.querySelector('[data-act="remove"]')?.focus();
    revise((records) => records.filter((record) => record.id !== id));
  },
  all: () => {
    rowsWanted = Infinity;
    paintRows();
  },
};

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const form = event.target.closest?.(".x-date, .x-paste");
  form?.querySelector('[data-act$="-cancel"]').click();
});

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-act]");
  if (button) ACTS[button.dataset.act](button.closest("li[data-id]"));
});

part("files").addEventListener("change", (event) => {
  const files = [...event.target.files];
  // Cleared, so that choosing the same file again is a change.
  event.target.value = "";
  readFiles(files);
});

const isEditable = (target) => target.closest?.("input, textarea, [contenteditable]");
document.addEventListener("paste", (event) => {
  if (event.defaultPrevented || isEditable(event.target)) return;
  const { files } = event.clipboardData;
  const text = event.clipboardData.getData("text/plain");
  if (files.length) readFiles([...files]);
  else if (text.trim()) openPaste(text);
  else return;
  event.preventDefault();
});

// A file dropped beside the drop area would otherwise replace the page.
const drop = part("drop");
const carriesInput = (event) => ["Files", "text/plain"].some((type) => event.dataTransfer?.types.includes(type));
document.addEventListener("dragover", (event) => {
  if (!carriesInput(event) || isEditable(event.target)) return;
  event.preventDefault();
  drop.classList.toggle("over", drop.contains(event.target));
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) drop.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  if (!carriesInput(event) || isEditable(event.target)) return;
  event.preventDefault();
  drop.classList.remove("over");
  const files = [...event.dataTransfer.files];
  const text = event.dataTransfer.getData("text/plain");
  if (files.length) readFiles(files);
  else if (text.trim()) take(readPasted(text, "dropped"));
});

timeline.addEventListener("progress", (event) => showProgress(event.detail));
timeline.addEventListener("ready", ({ detail }) => {
  outcome = detail;
  if (!loading) finish();
});
// The element may have been ready before this script ran.
customElements
  .whenDefined("era-line")
  .then(() => timeline.ready)
  .then(() => loading || found || finish());
timeline.addEventListener("error", (event) => tellMore(event.detail?.message ?? "The articles could not be read."));
