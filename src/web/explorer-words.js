// The explorer's own words: counts, and the dates that a reader types.

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** "five articles", "1 event": words up to ten where `style` is "words", else figures. */
export function counted(number, one, many, style = "figures") {
  const figure = style === "words" && number <= 10 ? NUMBERS[number] : number.toLocaleString("en-GB");
  return `${figure} ${number === 1 ? one : many}`;
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
