// The list of articles read: what each row says, and its elements. Takes the records, the timeline document and the
// ids whose date the reader typed; leaves every act to the explorer.

import { basisInWords, counted, dateInWords } from "./explorer-words.js";

/** A date that came with the article needs no button. */
const CAME_ALONG = ["given", "header", "metadata", "dateline"];

/** What the rows say: the reader's records in their order, with what the document `found` knows of each. */
export function rowValues(records, found, datedByReader) {
  const read = new Map((found?.articles ?? []).map((article) => [article.id, article]));
  const events = eventsByArticle(found);
  const unsettled = unsettledByArticle(found);
  return (records.length ? records : [...read.values()]).map((record) => {
    const article = read.get(record.id);
    return {
      id: record.id,
      title: article?.title ?? record.title ?? record.name ?? record.id,
      characters: article?.text ? [...article.text].length : (record.text ?? record.html ?? "").length,
      published: article?.published,
      basis: article?.published_basis,
      byReader: datedByReader.has(record.id),
      events: events.get(record.id) ?? 0,
      unsettled: unsettled.get(record.id) ?? [],
    };
  });
}

/** A row's elements; `fixed` where articles cannot be changed, `reading` while they are being read. */
export function paintedRow(template, row, { fixed, reading }) {
  const item = template.content.firstElementChild.cloneNode(true);
  const pick = (selector) => item.querySelector(selector);
  item.dataset.id = row.id;
  pick(".what b").textContent = row.title;
  pick(".what small").textContent = row.characters ? counted(row.characters, "character", "characters") : "";
  pick(".num").textContent = reading ? "" : counted(row.events, "event", "events");
  pick(".date .said").textContent = row.published ? dateInWords(row.published) : "";
  pick(".date em").textContent = reading ? "" : knownBy(row);
  const remove = pick('[data-act="remove"]');
  remove.setAttribute("aria-label", `Remove “${row.title}”`);
  remove.hidden = fixed;
  const date = pick('[data-act="date"]');
  date.textContent = row.published ? "Change" : "Add a date";
  date.setAttribute("aria-label", `${date.textContent}: “${row.title}”`);
  date.hidden = fixed || reading || (Boolean(row.published) && CAME_ALONG.includes(row.basis) && !row.byReader);
  return item;
}

function knownBy(row) {
  if (row.published) return basisInWords(row.basis, row.byReader);
  return row.unsettled.length ? `to place ${listed(row.unsettled)}` : "no date given";
}

/** One sentence or two on the articles without a publication date; empty when there are none. */
export function noteOf(found) {
  const undated = (found?.articles ?? []).filter((article) => !article.published);
  if (!undated.length) return "";
  const count = counted(undated.length, "article", "articles", "words");
  const verb = undated.length === 1 ? "has" : "have";
  const sentence = `${count[0].toUpperCase()}${count.slice(1)} ${verb} no publication date.`;
  const unsettled = unsettledByArticle(found);
  const example = undated.find(({ id }) => unsettled.has(id));
  if (!example) return sentence;
  const expressions = unsettled.get(example.id);
  const stays = expressions.length === 1 ? "stays" : "stay";
  return `${sentence} ${listed(expressions)} in “${example.title ?? example.id}” ${stays} undated until you give one.`;
}

function eventsByArticle(found) {
  const counts = new Map();
  for (const event of [...(found?.events ?? []), ...(found?.undated ?? [])]) {
    for (const id of new Set(event.mentions.map(({ article }) => article))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** By article, up to two expressions that only its publication date can place. */
function unsettledByArticle(found) {
  const expressions = new Map();
  for (const { article, expression } of (found?.undated ?? []).flatMap((event) => event.mentions)) {
    if (!expression) continue;
    const earlier = expressions.get(article) ?? [];
    if (earlier.length < 2 && !earlier.includes(expression)) expressions.set(article, [...earlier, expression]);
  }
  return expressions;
}

function listed(expressions) {
  return expressions.map((expression) => `“${expression}”`).join(" and ");
}
