"""Finding words in Dutch texts whatever their ending: overleg finds overleggen. Nothing of a text is kept anywhere."""

import re
import unicodedata

import snowballstemmer

WORD = re.compile(r"\w+")
WHOLE = str.maketrans("ıøłđ", "iold")  # letters that do not come apart into a letter and an accent
AROUND = 90  # signs before and after what was found
BEGINS = 4  # so many signs of a word are enough to find what begins with them


class Wanted:
    """The words somebody looks for; a text is found when all of them stand in it."""

    def __init__(self, term):
        stemmer = snowballstemmer.stemmer("dutch")  # Kraaij-Pohlmann; PostgreSQL's own misses overleg/overleggen
        self._stem = stemmer.stemWord
        self.words = [_plain(word) for word in WORD.findall(term)]
        self.stems = [self._stem(word) for word in self.words]
        self._first = {word[0] for word in [*self.words, *self.stems] if word}

    def __bool__(self):
        return bool(self.words)

    def places(self, text):
        """Where the words stand in a text: (from, until) pairs; none when one of them is missing."""
        found, seen = [], set()
        for match in WORD.finditer(text):
            hits = self._hits(_plain(match[0]))
            if hits:
                found.append(match.span())
                seen |= hits
        return found if len(seen) == len(set(self.stems)) else []

    def _hits(self, word):
        """Which stems this word answers to; only words that could are stemmed, for that takes time."""
        begun = {stem for asked, stem in zip(self.words, self.stems, strict=True) if _begins(word, asked)}
        if word[0] not in self._first and not word.startswith("ge"):  # geslagen is found by slaan
            return begun
        stem = self._stem(word)
        return begun | ({stem} & set(self.stems))


def passage(text, places):
    """The words around the first place, in parts: (part, whether it is what was looked for)."""
    start, end = max(0, places[0][0] - AROUND), min(len(text), places[0][1] + AROUND)
    start, end = _at_a_space(text, start, -1), _at_a_space(text, end, 1)
    parts, at = [("… " if start else "", False)], start
    for since, until in places:
        if since < at or until > end:
            continue
        parts += [(text[at:since], False), (text[since:until], True)]
        at = until
    return [part for part in [*parts, (text[at:end], False), (" …" if end < len(text) else "", False)] if part[0]]


def _at_a_space(text, at, step):
    while 0 < at < len(text) and not text[at - 1 if step < 0 else at].isspace():
        at += step
    return at


def _begins(word, asked):
    return len(asked) >= BEGINS and word.startswith(asked)


def _plain(word):
    """Small letters without accents."""
    apart = unicodedata.normalize("NFKD", word.lower().translate(WHOLE))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)) or word
