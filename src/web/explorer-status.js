// What the explorer says while it reads and after: progress, problems, and the outcome for those who hear the page.

import { counted } from "./explorer-words.js";

const part = (id) => document.getElementById(id);

/** Shows how far reading is; null hides it. */
export function showProgress(state) {
  part("reading").hidden = !state;
  if (!state) return;
  const { doing = "Reading article", article, articles, title, events } = state;
  const bar = part("reading-bar");
  bar.max = articles || 1;
  bar.value = Math.max(0, article - 1);
  const soFar = events ? ` ${counted(events, "event", "events")} so far.` : "";
  part("reading-words").textContent = `${doing} ${article} of ${articles}${title ? `: ${title}.` : "."}${soFar}`;
}

/** What could not be used of the input, and what the reading of it ran into. */
const told = { input: [], reading: [] };

/** Tells what could not be used of a new input, in place of all that was told before. */
export function tell(problems) {
  told.input = [...problems];
  told.reading = [];
  paintProblems();
}

/** Tells one thing more about the same input. */
export function tellMore(problem) {
  told.input.push(problem);
  paintProblems();
}

/** Tells what of the articles could not be read; missing dates have a note of their own. */
export function tellReading(rows) {
  told.reading = rows.flatMap(({ title, problems }) => (problems ?? []).map((problem) => `${title}: ${problem}`));
  paintProblems();
}

function paintProblems() {
  const items = [...new Set([...told.input, ...told.reading])].map((words) => {
    const item = document.createElement("li");
    item.textContent = words;
    return item;
  });
  part("problems").replaceChildren(...items);
}

/** Says to screen readers what reading came to: the detail of `ready`. */
export function announceOutcome({ events, articles }) {
  part("announce").textContent =
    `${counted(events, "event", "events")} in ${counted(articles, "article", "articles", "words")}.`;
}
