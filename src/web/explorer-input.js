// From files and pasted text to article records for `<era-line>`. Takes File objects or a string; gives
// `{ records, document, edits, problems }`: records for `load`, a timeline document or an edits file where the file is
// one, and one sentence for each thing that could not be used. Finding titles, dates and the story is left to the element.

/** A collection of thousands of articles is smaller; above this a browser tab may run out of memory. */
const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

/** The endings that are read, the way each is read, and how a message names them. */
const KINDS = [
  { endings: ["txt", "text", "md"], types: ["text/plain", "text/markdown"], read: fromText },
  { endings: ["html", "htm", "xhtml"], types: ["text/html", "application/xhtml+xml"], read: fromHtml },
  { endings: ["json"], types: ["application/json", "application/ld+json"], read: fromJson },
  { endings: ["jsonl", "ndjson"], types: ["application/jsonl", "application/x-ndjson"], read: fromJsonLines },
];
const EXPECTED_FILE = "expected a text (.txt), a web page (.html) or JSON (.json, .jsonl)";

/** The fields of a record that `load` knows. */
const FIELDS = ["id", "name", "title", "text", "html", "published", "publisher", "url", "lang"];

/** Reads one file; never rejects. */
export async function readFile(file) {
  const kind = kindOf(file);
  if (!kind) return problem(file.name, `${EXPECTED_FILE}, found ${file.type || "an unknown kind of file"}.`);
  if (file.size > LARGEST_FILE_BYTES) {
    const megabytes = Math.round(file.size / 1024 / 1024);
    return problem(file.name, `expected at most 64 MB, found ${megabytes} MB. Divide it into several files.`);
  }
  let bytes;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return problem(file.name, "it could not be opened. It may have been moved, or it may be a folder.");
  }
  const decoded = decode(bytes);
  if (decoded === null) return problem(file.name, "expected text in UTF-8, found bytes that are not text.");
  if (!decoded.trim()) return problem(file.name, "expected an article, found an empty file.");
  return kind.read(file.name, decoded);
}

/** Reads what was pasted or typed, as JSON or HTML where it plainly is, else as plain text. */
export function readPasted(text, name) {
  const start = text.trimStart().slice(0, 200);
  if (/^[[{]/.test(start)) {
    const read = fromJson(name, text);
    if (read.records.length || read.document || read.edits) return read;
  }
  return /^<(!doctype html|html|head|body|article|main|p|h1)\b/i.test(start) ? fromHtml(name, text) : fromText(name, text);
}

/** Gives every record an id of its own, by the rule that the element uses: the given one, else the file name's start. */
export function withIds(records, taken) {
  const used = new Set(taken);
  return records.map((record) => {
    const wanted = record.id || idFromName(record.name ?? "");
    let id = wanted;
    for (let n = 2; used.has(id); n += 1) id = `${wanted}-${n}`;
    used.add(id);
    return { ...record, id };
  });
}

function idFromName(name) {
  const stem = name.replace(/\.[^.]*$/, "");
  if (/^\d{4}-\d{2}/.test(stem)) return stem;
  return stem.split(/[-_.]/, 1)[0] || stem || "article";
}

/** The kind of a file by its ending or the type that the system gives it; without both its content tells. */
function kindOf(file) {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1].toLowerCase();
  if (!ending && !file.type) return { read: (name, text) => readPasted(text, name) };
  return (
    KINDS.find((kind) => kind.endings.includes(ending)) ??
    KINDS.find((kind) => kind.types.includes(file.type.split(";", 1)[0]))
  );
}

/** Text in UTF-8, in UTF-16 with its mark, else in Windows-1252, the encoding of older pages; null for binary data. */
function decode(bytes) {
  const start = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("windows-1252").decode(bytes);
  }
  return text.includes("\0") ? null : text;
}

function fromText(name, text) {
  return { records: [{ name, text }], problems: [] };
}

function fromHtml(name, html) {
  return { records: [{ name, html }], problems: [] };
}

function fromJson(name, text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // Many JSON Lines files are named .json.
    const lines = fromJsonLines(name, text);
    return lines.records.length ? lines : problem(name, `expected JSON, ${foundBy(error, text)}.`);
  }
  if (value && typeof value === "object" && "eraline_edits" in value) return { records: [], edits: value, problems: [] };
  if (value && typeof value === "object" && "eraline" in value) return { records: [], document: value, problems: [] };
  const several = Array.isArray(value);
  return collect(name, several ? value : [value], (n) => (several ? `record ${n}` : "the record"));
}

function fromJsonLines(name, text) {
  const values = [];
  const problems = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim()) continue;
    try {
      values.push({ value: JSON.parse(line), line: at + 1 });
    } catch {
      problems.push(`${name}, line ${at + 1}: expected one JSON record, found “${line.trim().slice(0, 40)}”.`);
    }
  }
  const read = collect(name, values.map(({ value }) => value), (n) => `line ${values[n - 1].line}`);
  return { ...read, problems: [...problems, ...read.problems] };
}

function collect(name, values, placeOf) {
  const records = [];
  const problems = [];
  for (const [at, value] of values.entries()) {
    const record = recordOf(value);
    if (record.text?.trim() || record.html?.trim()) records.push({ name, ...record });
    else problems.push(`${name}, ${placeOf(at + 1)}: expected “text” or “html”, found ${fieldsOf(value)}.`);
  }
  if (!values.length) problems.push(`${name}: expected articles, found an empty list.`);
  return { records, problems };
}

function recordOf(value) {
  if (value === null || typeof value !== "object") return {};
  const known = FIELDS.filter((field) => ["string", "number"].includes(typeof value[field]));
  return Object.fromEntries(known.map((field) => [field, String(value[field])]));
}

function fieldsOf(value) {
  if (Array.isArray(value)) return "a list";
  if (value === null || typeof value !== "object") return value === null ? "null" : `a ${typeof value}`;
  const names = Object.keys(value).slice(0, 6);
  return names.length ? `only ${names.map((field) => `“${field}”`).join(", ")}` : "an empty record";
}

/** What a parser says it found, with the line where it says one or a position. Engines word and know this differently. */
function foundBy({ message }, text) {
  if (/end of (JSON )?(input|data)|EOF/i.test(message)) return "found a file that breaks off";
  const token = /token '(.)'/u.exec(message)?.[1];
  const found = token ? `found “${token}”` : "found something else";
  const position = /position (\d+)/.exec(message)?.[1];
  const line = /line (\d+)/.exec(message)?.[1] ?? (position && text.slice(0, Number(position)).split("\n").length);
  return line ? `${found} in line ${line}` : found;
}

function problem(name, sentence) {
  return { records: [], problems: [`${name}: ${sentence}`] };
}
