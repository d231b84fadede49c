// "Check this proof": what replays it is a script of its own, which is asked for once it is wanted, from a folder too.

function startChecking(proof) {
  const check = () => loadScript(proof.dataset.kbChecker).then(() => window.hornbookCheck?.(proof));
  proof.append(makeButton(words("Check this proof"), check));
}
