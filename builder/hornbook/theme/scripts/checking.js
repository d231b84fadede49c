// "Check this proof": what replays it is a script of its own, which is asked for once it is wanted, from a folder too.

function startChecking(proof) {
  const check = ({ target }) => loadScript(proof.dataset.kbChecker).then(() => window.hornbookCheck?.(proof, target));
  proof.append(make("p", "kb-buttons kb-walk", makeButton(words("Check this proof"), check)));
}
