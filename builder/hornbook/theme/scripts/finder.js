// The search of Material's box, in a worker of its own, on the index in parts of `builder/hornbook/publish/search_parts.py`.
// The theme lets sites bring a worker: it is told its index (0) and asked (2), says that it is ready (1) and answers (3).

const SEARCH = new URL("../../search/", self.location);
const SECTIONS = 4096, MOST_FILES = 3, MOST_PAGES = 10, MOST_PARAGRAPHS = 2, PAUSE = 200;
const WORD = /&#?\w+;|[\p{L}\p{N}]+/gu;
const files = new Map();
let index, isSuggesting, asked = 0;

// A file of the index, fetched once; again where that failed.
function part(name) {
  const forget = () => files.delete(name);
  if (!files.has(name)) files.set(name, fetch(new URL(`${name}.json`, SEARCH)).then((answer) => answer.json()));
  files.get(name).catch(forget);
  return files.get(name);
}

// The number of the last file that begins before something, or the first.
const fileOf = (firsts, one) => Math.max(0, firsts.findLastIndex((first) => first <= one));

// The words of a question, each with its sign: `+` for what must be found, `-` for what must not.
function clausesOf(question) {
  return question.toLowerCase().split(/\s+/).flatMap((written) => {
    const [sign] = written;
    return (written.match(/[\p{L}\p{N}]+/gu) || []).map((word) => ({ word, sign }));
  });
}

// The known words that begin with one, each with its places and what it counts there.
async function begunWith(word) {
  const from = fileOf(index.words, word), to = Math.min(fileOf(index.words, `${word}\uffff`), from + MOST_FILES - 1);
  const parts = await Promise.all(index.words.slice(from, to + 1).map((_, n) => part(`words-${from + n}`)));
  return parts.flatMap(Object.entries).filter(([known]) => known.startsWith(word));
}

// Of each place what the words found there count together, and which of the question's they are.
function counted(clauses, found) {
  const places = new Map();
  found.forEach((words, number) => {
    for (const [, [steps, counts]] of words) {
      let id = 0;
      steps.forEach((step, n) => {
        id += step;
        if (!places.has(id)) places.set(id, { id, count: 0, has: new Set() });
        const place = places.get(id);
        place.count += counts[n];
        place.has.add(number);
      });
    }
  });
  const isMeant = ({ has }) => clauses.every(({ sign }, n) => (sign === "+" ? has.has(n) : sign !== "-" || !has.has(n)));
  return [...places.values()].filter(isMeant);
}

// As the theme does it: more for a page than for a part of one, and more the more of the question's words are there.
function ranked(clauses, places) {
  for (const place of places) {
    const terms = clauses.filter(({ sign }) => sign !== "-").map(({ word }) => [word, place.has.has(clauses.findIndex((one) => one.word === word))]);
    place.terms = Object.fromEntries(terms.filter(([word, has]) => has || !index.common.includes(word)));
    const all = Object.values(place.terms), share = all.filter((has) => has).length / (all.length || 1);
    place.score = (place.count / 100) * (1 + (Number(place.id % SECTIONS === 0) + share) ** 2);
  }
  return places.sort((one, other) => other.score - one.score || one.id - other.id);
}

function marked(markup, words) {
  return markup.replace(WORD, (word) => (words.some((one) => word.toLowerCase().startsWith(one)) ? `<mark>${word}</mark>` : word));
}

// The first paragraphs that have a word of the question, else all.
function excerpt(text, words) {
  const paragraphs = text.match(/<p>.*?<\/p>/gsu) || [];
  const fitting = paragraphs.map((one) => [one, marked(one.slice(3, -4), words)]).filter(([one, said]) => one !== `<p>${said}</p>`);
  return fitting.length ? fitting.slice(0, MOST_PARAGRAPHS).map(([, said]) => `<p>${said}</p>`).join("") : text;
}

// The results of one page, the best first, and the page itself.
async function shown(number, places, words) {
  const file = fileOf(index.texts, number), texts = await part(`texts-${file}`);
  const [address, ...sections] = texts[number - index.texts[file]];
  const item = ({ id, score, terms }) => {
    const [anchor, title, text, tags] = sections[id % SECTIONS];
    const location = anchor ? `${address}#${anchor}` : address;
    return { location, title: marked(title, words), text: excerpt(text, words), score, terms, ...(tags && { tags }) };
  };
  const page = number * SECTIONS, isThere = places.some(({ id }) => id === page);
  return [...places, ...(isThere ? [] : [{ id: page, score: 0, terms: {} }])].map(item);
}

async function answer(question) {
  const clauses = clausesOf(question), words = clauses.filter(({ sign }) => sign !== "-").map(({ word }) => word);
  if (!words.length) return { items: [] };
  const found = await Promise.all(clauses.map(({ word }) => begunWith(word)));
  const pages = new Map();
  for (const place of ranked(clauses, counted(clauses, found))) {
    const number = Math.floor(place.id / SECTIONS);
    if (pages.has(number)) pages.get(number).push(place);
    else if (pages.size < MOST_PAGES) pages.set(number, [place]);
  }
  const items = await Promise.all([...pages].map(([number, places]) => shown(number, places, words)));
  const most = ([, [, counts]]) => Math.max(...counts);
  const known = isSuggesting ? found.map((some) => some.reduce((best, one) => (best && most(best) >= most(one) ? best : one), null)) : [];
  return { items, ...(isSuggesting && { suggest: known.filter((one) => one).map(([word]) => word) }) };
}

self.onmessage = async ({ data: { type, data } }) => {
  if (type === 0) {
    index = data.config;
    isSuggesting = data.options && data.options.suggest;
    self.postMessage({ type: 1 });
  } else if (type === 2) {
    const turn = ++asked;
    // Whoever types on asks something else: nothing is fetched for what is asked in passing.
    await new Promise((done) => setTimeout(done, PAUSE));
    if (turn !== asked) return;
    const found = await answer(data).catch(() => ({ items: [] }));
    if (turn === asked) self.postMessage({ type: 3, data: found });
  }
};
