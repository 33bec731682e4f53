// The explorer's words about articles: counts, publication dates and how they are known. Takes values of the
// timeline document; gives strings that stand on the page as text.

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** How a publication date is known, by `published_basis`. */
const BASIS = {
  given: "given with the article",
  metadata: "from the page’s metadata",
  header: "stated in the first line",
  dateline: "stated in the dateline",
  inferred: "inferred from the text",
};

/** "five articles", "1 event": words up to ten where `style` is "words", else figures. */
export function counted(number, one, many, style = "figures") {
  const figure = style === "words" && number <= 10 ? NUMBERS[number] : number.toLocaleString("en-GB");
  return `${figure} ${number === 1 ? one : many}`;
}

/** Says how a date is known; `byReader` where the reader typed it. */
export function basisInWords(basis, byReader) {
  return byReader ? "given by you" : (BASIS[basis] ?? "");
}

/** An EDTF date or interval as one reads it: "3 to 9 July 2025", "about 1996". Unknown forms stay as they are. */
export function dateInWords(edtf) {
  const [start, end] = edtf.split("/");
  if (end === undefined) return pointInWords(start);
  if (end === "" || end === "..") return `since ${pointInWords(start)}`;
  if (start === "" || start === "..") return `until ${pointInWords(end)}`;
  const sameMonth = start.length === 10 && start.slice(0, 7) === end.slice(0, 7);
  return `${sameMonth ? Number(start.slice(8)) : pointInWords(start)} to ${pointInWords(end)}`;
}

function pointInWords(edtf) {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/.exec(edtf);
  if (!match) return edtf;
  const [, year, month, day, mark] = match;
  const style = { timeZone: "UTC", year: "numeric" };
  if (month) style.month = "long";
  if (day) style.day = "numeric";
  const date = new Date(Date.UTC(2000, Number(month ?? 1) - 1, Number(day ?? 1)));
  date.setUTCFullYear(Number(year));
  if (Number.isNaN(date.getTime())) return edtf;
  const hedge = { "~": "about ", "?": "possibly ", "%": "possibly about " }[mark] ?? "";
  return hedge + new Intl.DateTimeFormat("en-GB", style).format(date);
}

/** The year, month or day that a reader typed, or null where it is none that the calendar has. */
export function typedDate(text) {
  const match = /^\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?\s*$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (month !== undefined && (month < 1 || month > 12)) return null;
  // Day 0 of the next month is the last of this one.
  if (day !== undefined && (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())) return null;
  const two = (part) => (part === undefined ? "" : `-${String(part).padStart(2, "0")}`);
  return `${match[1]}${two(month)}${two(day)}`;
}
