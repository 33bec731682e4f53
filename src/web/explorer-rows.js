// The list of articles read: what each row says, and its elements. Takes the records, the element's `articles` and the
// ids whose date the reader typed; leaves every act to the explorer.

import { counted } from "./explorer-words.js";

/** What the rows say: the reader's records in their order, with what the element says of each. */
export function rowValues(records, articles, datedByReader) {
  if (!records.length) return articles.map((article) => ({ ...article, byReader: false }));
  const read = new Map(articles.map((article) => [article.id, article]));
  return records.map((record) => {
    const article = read.get(record.id);
    const byReader = datedByReader.has(record.id);
    const named = { id: record.id, title: record.title ?? record.name ?? record.id };
    // The element falls back on the id, which a reader has not seen before.
    if (!article || article.title === article.id) return { ...article, ...named, byReader };
    return { ...article, byReader };
  });
}

/** A row's elements; `fixed` where articles cannot be changed, `reading` while they are being read. */
export function paintedRow(template, row, { fixed, reading }) {
  const item = template.content.firstElementChild.cloneNode(true);
  const pick = (selector) => item.querySelector(selector);
  item.dataset.id = row.id;
  pick(".what b").textContent = row.title;
  pick(".what small").textContent = row.characters ?? "";
  pick(".num").textContent = reading ? "" : (row.events ?? "");
  pick(".date .said").textContent = row.date ?? "";
  pick(".date em").textContent = reading ? "" : row.byReader && row.date ? "given by you" : (row.how ?? "");
  const remove = pick('[data-act="remove"]');
  remove.setAttribute("aria-label", `Remove “${row.title}”`);
  remove.hidden = fixed;
  const date = pick('[data-act="date"]');
  date.textContent = row.date ? "Change" : "Add a date";
  date.setAttribute("aria-label", `${date.textContent}: “${row.title}”`);
  // A date that came with the article needs no button.
  date.hidden = fixed || reading || Boolean(row.stated && !row.byReader);
  return item;
}

/** One sentence or two on the articles without a publication date; empty when there are none. */
export function noteOf(rows) {
  const undated = rows.filter((row) => row.unplaced && !row.date);
  if (!undated.length) return "";
  const count = counted(undated.length, "article", "articles", "words");
  const verb = undated.length === 1 ? "has" : "have";
  const sentence = `${count[0].toUpperCase()}${count.slice(1)} ${verb} no publication date.`;
  const example = undated.find(({ unplaced }) => unplaced.length);
  if (!example) return sentence;
  const expressions = example.unplaced.map((expression) => `“${expression}”`).join(" and ");
  const stays = example.unplaced.length === 1 ? "stays" : "stay";
  return `${sentence} ${expressions} in “${example.title}” ${stays} undated until you give one.`;
}
