// What is said, in the language of the site. As in `builder/hornbook/language/saying.py` a message is the English sentence,
// with the names of what comes in between braces. On a site in another language this script has in front of it what is
// said instead: `builder/hornbook/pages/script_words.py` puts it there.

const { messages = {}, formOf = (count) => Number(count !== 1) } = globalThis.hornbookWords || {};

const filled = (message, gaps) =>
  message.split(/\{(\w+)\}/).flatMap((piece, n) => (n % 2 ? gaps[piece] : piece)).filter((piece) => piece !== "");

// A message as its words and what fills its gaps, in a row: texts, elements, parts of sentences, or lists of these.
const wordParts = (message, gaps) => filled(messages[message] || message, gaps);

// The same for a message that depends on a number; it is also what fills a gap called `count`.
const partsMany = (one, many, count, gaps) => filled((messages[one] || [one, many])[formOf(count)], { count, ...gaps });

const words = (...message) => wordParts(...message).join("");

const wordsMany = (...message) => partsMany(...message).join("");

// Words that other languages tell apart where English does not; in which use.
const wordsIn = (context, message) => messages[`${context}\u0004${message}`] || message;

// Marks messages in tables, for whoever uses the table to say them.
const later = (message) => message;

const laterMany = (...messages) => messages;
