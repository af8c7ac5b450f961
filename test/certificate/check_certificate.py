"""A checker of the certificates of `qualpath solve`, written from docs/certificate-format.md alone: python3 check_certificate.py FILE"""
import json, re, sys
from math import gcd

THOUSAND = 1000
NAMES = r'"(?:[^"]|"")*"(?:, "(?:[^"]|"")*")*'


def thousandths(text):
    whole, _, places = text.partition('.')
    return int(whole) * THOUSAND + int((places + '000')[:3])


class Reader:
    """Sentences as ('sum', {entry: factor}, plus) or ('least', m, parts)."""

    def __init__(self, entries):
        self.entries, self.text = entries, ''

    def take(self, pattern):
        found = re.match(pattern, self.text)
        if found: self.text = self.text[found.end():]
        return found

    def names(self):
        return [it[1:-1].replace('""', '"') for it in re.findall(r'"(?:[^"]|"")*"', self.take(NAMES).group())]

    def named(self, names):
        pieces = {e['identity'] for e in self.entries if e['ref'] in names}
        return lambda e: e['identity'] in pieces

    def filter(self):
        tests, level = [], lambda text: int(text[6:]) - 3 if text.startswith('Entry') else int(text)
        if self.take(' from units '): tests.append(self.named(self.names()))
        elif self.take(' from outside '): outside = self.names(); tests.append(lambda e: e['group'] not in outside)
        elif self.take(' from '): inside = self.names(); tests.append(lambda e: e['group'] in inside)
        if self.take(' except units '): out = self.named(self.names()); tests.append(lambda e: not out(e))
        found = self.take(r' at levels? (Entry \d|\d+)(?:( or above| or below)| to (Entry \d|\d+))?')
        if found:
            low, high = level(found[1]), level(found[3] or found[1])
            tests.append(lambda e: e['level'] not in ('-', 'TBC') and (found[2] == ' or below' or level(e['level']) >= low)
                         and (found[2] == ' or above' or level(e['level']) <= high))
        day = self.take(r' that cannot be started on (\d{4}-\d\d-\d\d)')
        if day: tests.append(lambda e: not e['achieved'] and ((e['from'] is not None and day[1] < e['from']) or (e['to'] is not None and day[1] > e['to'])))
        return [at for at, e in enumerate(self.entries) if all(test(e) for test in tests)]

    def figure(self, at, noun):
        return THOUSAND if noun == 'units' else thousandths(self.entries[at]['figures'][noun])

    def sum(self, noun, which):
        return ('sum', {at: self.figure(at, noun) for at in which if self.figure(at, noun)}, 0)

    def by_unit(self, which):
        units = {}
        for at in which: units.setdefault(self.entries[at]['identity'], []).append(at)
        return [counted(unit) for unit in units.values()]

    def statement(self):
        if self.take('all units'): return every(self.by_unit(self.filter()))
        if self.take('at most one of units '): return how_many(self.pieces(), None, THOUSAND, False)
        if self.take('all or none of units '): parts = self.pieces(); return some([every(parts), every([negated(it) for it in parts])])
        if self.take('any unit'):
            dependants = self.filter(); self.take(' needs ')
            return some([negated(counted(dependants)), self.statement()])
        if self.take('units'): which = self.filter(); self.take(' do not count'); return negated(counted(which))
        found = self.take(r'(?:(at least|at most|exactly|more than|fewer than) ([\d.]+)|between ([\d.]+)%? and ([\d.]+))')
        word, strict = found[1], found[1] in ('more than', 'fewer than')
        low = thousandths(found[3]) if word is None else thousandths(found[2]) if word in ('at least', 'exactly', 'more than') else None
        high = thousandths(found[4]) if word is None else thousandths(found[2]) if word in ('at most', 'exactly', 'fewer than') else None
        if self.take('% of '): return self.share(low, high, strict)
        if self.take(r' of \('):
            parts = [self.statement()]
            while self.take('; '): parts.append(self.statement())
            self.take(r'\)')
            return how_many(parts, low, high, strict)
        if self.take(' of groups '):
            return how_many([counted([at for at, e in enumerate(self.entries) if e['group'] == name]) for name in self.names()], low, high, strict)
        self.take(' ')
        noun = self.take(r'credits?|units?|GLH|"(?:[^"]|"")*"').group()
        noun = noun + 's' if noun in ('credit', 'unit') else noun
        if self.take(' of each '):
            key, values = None if self.take('title') else self.names()[0], {}
            for at in self.filter():
                e = self.entries[at]
                value = ' '.join((e['title'] if key is None else e['columns'].get(key, '')).lower().split())
                if value: values.setdefault(value, []).append(at)
            return every([within(self.sum(noun, which), low, high, strict) for which in values.values()])
        which = self.filter()
        if self.take(' are achieved already'): which = [at for at in which if self.entries[at]['achieved']]
        return within(self.sum(noun, which), low, high, strict)

    def pieces(self):
        names = self.names()
        known = [at for at, e in enumerate(self.entries) if self.named(names)(e)]
        return self.by_unit(known) + [counted([]) for name in set(names) if all(e['ref'] != name for e in self.entries)]

    def share(self, low, high, strict):
        noun = self.take(r'credits?|units?|GLH|"(?:[^"]|"")*"').group()
        noun, whole = (noun + 's' if noun in ('credit', 'unit') else noun), self.filter()
        self.take(' are')
        passing = [at for at, e in enumerate(self.entries) if e['achieved']] if self.take(' achieved already') else self.filter()
        edge = lambda bound, sign: ('sum', {at: sign * ((100 * THOUSAND if at in passing else 0) - bound) * self.figure(at, noun) for at in whole}, -1 if strict else 0)
        met = every(([edge(low, 1)] if low is not None else []) + ([edge(high, -1)] if high is not None else []))
        total = self.sum(noun, whole)
        return some([negated((total[0], total[1], -1)), met]) if strict else met


every, some = (lambda parts: ('least', len(parts), parts)), (lambda parts: ('least', 1, parts))
counted = lambda which: ('sum', {at: 1 for at in which}, -1)


def negated(formula):
    kind, a, b = formula
    if kind == 'sum': return ('sum', {at: -factor for at, factor in a.items()}, -b - 1)
    return ('least', len(b) - a + 1, [negated(part) for part in b])


def within(total, low, high, strict):
    _, terms, plus = total
    parts = [] if low is None else [('sum', terms, plus - low - strict)]
    return every(parts + ([] if high is None else [('sum', {at: -factor for at, factor in terms.items()}, high - plus - strict)]))


def how_many(parts, low, high, strict):
    least = [] if low is None else [('least', low // THOUSAND + 1 if strict else -(-low // THOUSAND), parts)]
    most = [] if high is None else [('least', len(parts) - (-(-high // THOUSAND) - 1 if strict else high // THOUSAND), [negated(it) for it in parts])]
    return every(least + most)


def holds(formula, pathway):
    kind, a, b = formula
    if kind == 'sum': return sum(factor for at, factor in a.items() if at in pathway) + b >= 0
    return sum(holds(part, pathway) for part in b) >= a


def extreme(terms, plus, box, most):
    return plus + sum(factor * box[at][1 if (factor > 0) == most else 0] for at, factor in terms.items())


def reduced(terms, plus):
    shared = gcd(*terms.values()) if terms else 0
    return (terms, plus) if shared <= 1 else ({at: factor // shared for at, factor in terms.items()}, plus // shared)


def rows_of(rule, once, counters, objectives, size):
    rows, box = [], [(0, 1)] * size
    def add(formula, when):
        kind, a, b = formula
        if kind == 'sum':
            terms, plus = reduced(a, b)
            low = extreme(terms, plus, box, False)
            if low < 0: rows.append((terms, plus) if when is None else ({**terms, when: low}, plus - low))
        elif a == len(b):
            for part in b: add(part, when)
        elif a > 0:
            shown = [(part, len(box) + at) for at, part in enumerate(b)]
            box.extend([(0, 1)] * len(b))
            rows.append(({at: 1 for _, at in shown}, -a) if when is None else ({**{at: 1 for _, at in shown}, when: -a}, 0))
            for part, at in shown: add(part, at)
    for formula in rule: add(formula, None)
    for unit in once:
        if len(unit) > 1: rows.append(({at: -1 for at in unit}, 1))
    for entries in counters:
        at = len(box); box.append((0, len(entries)))
        rows.extend([({**{e: 1 for e in entries}, at: -1}, 0), ({**{e: -1 for e in entries}, at: 1}, 0)])
    return rows + [reduced(*objective) for objective in objectives], box


def proved(tree, rows, box):
    if isinstance(tree, list):
        terms, plus = {}, 0
        for row, times in zip(tree[::2], tree[1::2]):
            if times <= 0: return False
            for at, factor in rows[row][0].items(): terms[at] = terms.get(at, 0) + factor * times
            plus += rows[row][1] * times
        return extreme(terms, plus, box, True) < 0
    at, most = tree['at'], tree['most']
    low, high = box[at]
    side = lambda bounds: [bounds if column == at else it for column, it in enumerate(box)]
    return low <= most < high and proved(tree['0'], rows, side((low, most))) and proved(tree['1'], rows, side((most + 1, high)))


def is_proved(certificate):
    entries, claim = certificate['question']['entries'], certificate['claim']
    reader, rule, units, objectives = Reader(entries), [], {}, []
    for reader.text in certificate['question']['rule']:
        rule.append(reader.statement())
        if reader.text: raise SyntaxError(reader.text)
    for at, e in enumerate(entries): units.setdefault(e['identity'], []).append(at)
    for it in claim['objectives']:
        over, noun = re.fullmatch(r'(?:(new|overlap)-)?(credits|units|glh|".*")', it['measure']).groups()
        sign = 1 if it['sense'] == 'maximise' else -1
        which = [at for at, e in enumerate(entries) if over is None or (over == 'overlap') == e['achieved']]
        terms = {at: sign * reader.figure(at, 'GLH' if noun == 'glh' else noun) for at in which}
        objectives.append(({at: f for at, f in terms.items() if f}, -sign * thousandths(repr(it['value']) if it['value'] % 1 else str(int(it['value'])))))
    if claim['kind'] not in ('optimal', 'infeasible') or (claim['kind'] == 'infeasible' and (claim['pathways'] or objectives)): return False
    if len(claim['pathways']) > 1 or len(certificate['proofs']) != max(1, len(objectives)): return False
    for pathway in claim['pathways']:
        if any(sum(at in pathway for at in unit) > 1 for unit in units.values()): return False
        if not all(holds(formula, pathway) for formula in rule): return False
        if any(sum(f for at, f in terms.items() if at in pathway) + plus for terms, plus in objectives): return False
    for at, tree in enumerate(certificate['proofs']):
        better = [(terms, plus - (index == at)) for index, (terms, plus) in enumerate(objectives[:at + 1])]
        if not proved(tree, *rows_of(rule, units.values(), certificate['counters'][at], better, len(entries))): return False
    return True


if __name__ == '__main__':
    results = [is_proved(json.loads(line)) for line in open(sys.argv[1], encoding='utf8')]
    print(' '.join('proved' if it else 'refused' for it in results))
