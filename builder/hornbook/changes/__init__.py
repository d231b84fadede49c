"""What a change of a glossary means: verdicts that change, what newly follows, texts, addresses and drawings."""
