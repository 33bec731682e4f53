// Editing the timeline by hand: a form for the chosen event, the list of changes, and the edits file. Works through the
// element's `document`, `edits`, `select` and `ready`; the element makes the changes.

const part = (id) => document.getElementById(id);

/** What each change is called in the list. */
const DONE = {
  retitle: ({ headline }) => `Retitled: ${headline}`,
  redate: ({ date }) => (date ? `Dated ${date}` : "Date taken away"),
  hide: () => "Hidden",
  pin: () => "Pinned",
  split: ({ quotes }) => (quotes.length === 1 ? "One sentence split off" : `${quotes.length} sentences split off`),
  merge: () => "Merged",
  add: ({ date }) => `Added${date ? `, ${date}` : ""}`,
  "rename-era": ({ label }) => `Era renamed: ${label}`,
};

/** Sets up editing of `timeline`; gives `open(file)` for an edits file, and `reset()` for when another story comes. */
export function setUpEditing(timeline) {
  const form = part("edit-event");
  let edits = [];
  /** The event that the form is about, as the document has it. */
  let chosen = null;

  const isOpen = () => part("edit").open;
  const eventsOf = (made) => [...(made?.events ?? []), ...(made?.undated ?? [])];

  const paint = () => {
    const made = isOpen() ? timeline.document : null;
    paintEvent(made);
    paintEras(made);
    paintList(made);
  };

  function paintEvent(made) {
    const events = eventsOf(made);
    const id = chosen?.id;
    chosen = events.find((event) => event.id === id || event.aliases?.includes(id)) ?? null;
    form.hidden = !chosen;
    part("edit-none").hidden = Boolean(chosen);
    if (!chosen) return;
    form.elements.headline.value = chosen.headline;
    form.elements.date.value = chosen.date ?? "";
    form.elements.throughout.checked = chosen.extent === "throughout";
    const quotes = chosen.mentions ?? [];
    part("edit-sentences").hidden = quotes.length < 2;
    part("edit-quotes").replaceChildren(...quotes.map(({ article, quote }, at) => ticked(at, `${article}: ${quote}`)));
    const others = events.filter((event) => event !== chosen);
    const named = others.map((event) => new Option(`${event.date ?? "undated"}: ${event.headline}`, event.id));
    form.elements.same.replaceChildren(new Option("Another event…", ""), ...named);
  }

  function ticked(at, words) {
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "quote", value: String(at) });
    label.append(box, words);
    return label;
  }

  function paintEras(made) {
    const eras = made?.eras ?? [];
    part("edit-era").hidden = !eras.length;
    part("edit-era").elements.era.replaceChildren(...eras.map(({ id, label, date }) => new Option(`${label} (${date})`, id)));
  }

  function paintList(made) {
    const numbered = (made?.warnings ?? []).map(({ message }) => [/^edits\[(\d+)\]\S*:? (.*)/s.exec(message)]).flat();
    const troubles = new Map(numbered.filter(Boolean).map(([, number, words]) => [Number(number), words]));
    part("edit-list").replaceChildren(...edits.map((edit, at) => row(edit, troubles.get(at))));
    part("edit-nothing").hidden = edits.length > 0;
    part("edit-save").disabled = !edits.length;
  }

  function row(edit, trouble) {
    const item = document.createElement("li");
    const words = document.createElement("span");
    const what = DONE[edit.edit]?.(edit) ?? String(edit.edit);
    const about = edit.edit === "add" ? edit.headline : edit.was?.headline ?? edit.was?.label ?? "";
    words.textContent = about ? `${what} · ${about}` : what;
    const undo = Object.assign(document.createElement("button"), { type: "button", className: "x-add", textContent: "Undo" });
    undo.setAttribute("aria-label", `Undo: ${words.textContent}`);
    undo.addEventListener("click", () => {
      part("edit-list-heading").focus();
      change(edits.filter((other) => other !== edit));
    });
    item.append(words, undo);
    if (trouble) {
      const said = Object.assign(document.createElement("p"), { className: "trouble", textContent: trouble });
      item.append(said);
    }
    return item;
  }

  /** Takes a new list of changes, has them made, and says what came of it. */
  async function change(next, said = "Changed.") {
    edits = next;
    try {
      await timeline.applyEdits(edits.length ? fileOf(edits) : null);
      part("edit-said").textContent = said;
    } catch (error) {
      part("edit-said").textContent = error.message;
    }
    paint();
  }

  const add = (...more) => change([...edits, ...more]);

  // --- What the buttons do ---

  const target = (event) => {
    const [best] = event.mentions ?? [];
    const was = { date: event.date ?? null, headline: event.headline, article: best?.article ?? null, quote: best?.quote ?? null };
    return { event: event.id, was };
  };

  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    const { headline, date, throughout } = form.elements;
    const extent = throughout.checked ? "throughout" : "within";
    const made = [];
    const words = headline.value.trim();
    const when = date.value.trim();
    if (words && words !== chosen.headline) made.push({ edit: "retitle", ...target(chosen), headline: words });
    if (when !== (chosen.date ?? "") || extent !== chosen.extent) {
      const was = target({ ...chosen, headline: words || chosen.headline });
      made.push({ edit: "redate", ...was, date: when || null, extent });
    }
    if (made.length) add(...made);
  });

  const ACTS = {
    hide: () => add({ edit: "hide", ...target(chosen) }),
    pin: () => add({ edit: "pin", ...target(chosen) }),
    split: () => {
      const boxes = [...form.querySelectorAll('[name="quote"]:checked')];
      const quotes = boxes.map(({ value }) => chosen.mentions[Number(value)]).map(({ article, quote }) => ({ article, quote }));
      if (!quotes.length) return say("Tick the sentences that tell of another event.");
      return add({ edit: "split", ...target(chosen), quotes });
    },
    merge: () => {
      const other = eventsOf(timeline.document).find(({ id }) => id === form.elements.same.value);
      if (!other) return say("Choose the event that is the same as this one.");
      return add({ edit: "merge", ...target(chosen), with: [target(other)] });
    },
    "save-edits": () => save(fileOf(edits), "edits.json"),
    "open-edits": () => part("files").click(),
  };

  const say = (words) => (part("edit-said").textContent = words);

  part("edit").addEventListener("click", ({ target: clicked }) => ACTS[clicked.closest?.("[data-edit]")?.dataset.edit]?.());

  part("edit-add").addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    const { headline, date } = submitted.target.elements;
    add({ edit: "add", headline: headline.value.trim(), date: date.value.trim() || null });
    submitted.target.reset();
  });

  part("edit-era").addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    const { era, label } = submitted.target.elements;
    const was = timeline.document?.eras?.find(({ id }) => id === era.value);
    if (!was) return;
    add({ edit: "rename-era", era: was.id, was: { label: was.label, date: was.date }, label: label.value.trim() });
    submitted.target.reset();
  });

  part("edit").addEventListener("toggle", paint);
  timeline.addEventListener("ready", () => isOpen() && paint());
  timeline.addEventListener("select", ({ detail }) => {
    if (detail.id) chosen = { id: detail.id };
    if (isOpen()) paint();
  });

  return {
    /** Takes the changes of an edits file. */
    open(file) {
      part("edit").open = true;
      return change(Array.isArray(file.edits) ? file.edits : [], "Edits opened.");
    },
    /** Forgets the changes: another story is shown. */
    reset() {
      chosen = null;
      if (edits.length) change([], "");
    },
  };
}

const fileOf = (edits) => ({ eraline_edits: 1, edits });

/** Has the browser save a value as a JSON file. */
export function save(value, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: "application/json" }));
  link.download = name;
  link.click();
  // The download has its own reference by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
