// The rows of a large explorer that its page leaves out: each is made once somebody asks for it.

// Fills in what can be asked for, and gives what makes the row of an atom, if there is none yet.
function explorerRows(data, form) {
  const goal = form.elements.goal;
  const find = form.querySelector("[data-kb-find]"), names = make("datalist");
  const template = form.querySelector("[data-kb-atom]");
  const there = new Set(all("[data-kb-atom]", form).map((row) => Number(row.dataset.kbAtom)));
  const asked = new Set(all("option", goal).map((option) => Number(option.value)));
  const said = data.atoms.map((_, atom) => plain(nameOf(data, atom)));
  const option = (value, words) => {
    const made = make("option", "", words);
    made.value = value;
    return made;
  };

  const literals = data.atoms.flatMap((_, atom) => [2 * atom + 1, 2 * atom]).filter((literal) => !asked.has(literal));
  goal.append(...literals.map((literal) => option(literal, plain(phraseOf(data, literal)))));
  names.append(...said.map((words) => option(words, words)));
  names.id = "explorer-names";
  find.setAttribute("list", names.id);
  find.after(names);

  const rowOf = (atom) => {
    if (there.has(atom)) return;
    there.add(atom);
    const row = template.cloneNode(true);
    row.dataset.kbAtom = atom;
    row.querySelector("th").replaceChildren(...sentenceNodes(data, nameOf(data, atom)), make("span", "kb-computed"));
    const values = [2 * atom + 1, 2 * atom, ""];
    all("input", row).forEach((input, place) => {
      input.name = `suppose-${data.atoms[atom]}`;
      input.value = values[place];
      input.checked = values[place] === "";
      input.ariaLabel = `${said[atom]}: ${input.ariaLabel.split(": ").at(-1)}`;
    });
    template.parentElement.append(row);
  };

  find.addEventListener("change", (event) => {
    event.stopPropagation();
    const atom = said.indexOf(find.value.trim());
    if (atom < 0) return;
    find.value = "";
    rowOf(atom);
    form.querySelector(`[data-kb-atom="${atom}"] input`).focus();
  });
  return rowOf;
}

// On the first page of a list: an address of something that stands on a further page leads there, or to its own page
// where the element says no file in which its place is found.
function startElsewhere(element) {
  const { kbElsewhere } = element.dataset, record = decodeURIComponent(location.hash.slice(1));
  const place = document.getElementById(record);
  if (element.contains(place)) return location.replace(`${record}/`);
  if (!record || place || !kbElsewhere) return;
  const lead = ({ elsewhere = {} }) => {
    if (elsewhere[record]) location.replace(`${elsewhere[record]}#${record}`);
  };
  fetch(kbElsewhere).then((answer) => answer.json()).then(lead).catch(() => {});
}
