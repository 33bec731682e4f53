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

/** Tells the warnings of a timeline document that call for an answer; missing dates have a note of their own. */
export function tellReading(found) {
  const quiet = ["set-aside", "no-publication-date", "duplicate-id"];
  const loud = (found?.warnings ?? []).filter(({ code }) => !quiet.includes(code));
  told.reading = loud.map(({ article, message }) => (article ? `${article}: ${message}` : message));
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

/** Says to screen readers what reading came to. */
export function announceOutcome(found) {
  if (!found) return;
  const articles = counted(found.articles.length, "article", "articles", "words");
  const undated = found.undated?.length ?? 0;
  const without = undated ? ` and ${undated} without a date` : "";
  part("announce").textContent = `${counted(found.events.length, "dated event", "dated events")}${without} in ${articles}.`;
}
