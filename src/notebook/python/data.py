# What crosses the border as plain data: a text that says how it is built, and its numbers, by their bits.
#
# In that text 0 stands for a number, 1 for a whole one, {"#": shape} for an array, {"": …} for a dictionary, and all else
# for itself.
import json
from array import array as _array
import _host
import _numpy

_at, _give, _take = _numpy.at, _host.give, _host.take
_ndarray, _generic, _float64 = _numpy.ndarray, _numpy.generic, _numpy.float64
_float, _type, _isinstance = _numpy.of_python

# The largest integer up to which float64 has all of them.
_WHOLE = 9007199254740992
# How much crosses: numbers, other parts, how deep they go, and characters.
_NUMBERS, _PARTS, _DEPTH, _CHARACTERS = [int(n) for n in _host.limits().split(',')]


class NoData(Exception):
    # What a function returned that can't be handed over.
    _shown = 'Returned'


def given(text):
    # The arguments that a text describes, and the bytes of all their numbers: lists of numbers are arrays there.
    built = json.loads(text)
    b = bytearray(8 * built[0])
    _give(_at(b))
    numbers = _array('d', b)
    next = [0]

    def made(x):
        if _isinstance(x, list):
            return [made(y) for y in x]
        if _isinstance(x, dict):
            shape = x.get('#')
            if shape is None:
                return {name: made(y) for name, y in x[''].items()}
            start = next[0]
            size = 1
            for n in shape:
                size *= n
            next[0] += size
            return _numpy.given(b, start, shape)
        if _type(x) is int:
            next[0] += 1
            number = numbers[next[0] - 1]
            return int(number) if x else number
        return x

    return [made(x) for x in built[1:]], b


def handed(value, name):
    # The text that describes what a function returned; its numbers are taken by the way.
    left = [_NUMBERS, _PARTS, _CHARACTERS]

    def refuse():
        raise NoData(name + ' returned ' + _described(value) + '; expected numbers')

    def use(what, count):
        left[what] -= count
        if left[what] < 0:
            if what == 0:
                raise NoData(name + ' returned ' + str(len(value)) + ' entries; expected at most ' + str(_NUMBERS))
            refuse()

    def number(x):
        if _type(x) is not _float:
            if not -_WHOLE <= x <= _WHOLE:
                raise NoData(
                    name + ' returned the integer ' + _short(str(x)) + ', which has digits that a float64 would lose; '
                    'expected a float, or an integer up to 2**53'
                )
            x = _float(x)
        return x

    def numbers(x):
        # The numbers of a list that has nothing else, or None.
        flat = []
        for y in x:
            t = _type(y)
            if t is _float:
                flat.append(y)
            elif t is int or _isinstance(y, _generic) and y.dtype != bool:
                flat.append(number(y if t is int else y.item()))
            else:
                return None
        return flat

    def sent(flat):
        use(0, len(flat))
        if flat:
            a = _array('d', flat)
            _take(_at(a), len(a))

    def part(x, depth):
        t = _type(x)
        if t is _float or t is int:
            sent([number(x)])
            return '0'
        if _isinstance(x, _generic) or _isinstance(x, _ndarray) and not x.shape:
            return part(x.item(), depth)
        use(1, 1)
        if depth > _DEPTH:
            refuse()
        if t is bool:
            return 'true' if x else 'false'
        if _isinstance(x, str):
            use(2, len(x))
            return json.dumps(x)
        if _isinstance(x, _ndarray):
            if x.dtype == bool:
                return part(x.tolist(), depth)
            sent([number(y) for y in x._flat()])
            return '{"#":' + json.dumps(list(x.shape)) + '}'
        if _isinstance(x, (list, tuple)):
            flat = numbers(x) if x else None
            if flat is not None:
                sent(flat)
                return '{"#":[' + str(len(flat)) + ']}'
            return '[' + ','.join([part(y, depth + 1) for y in x]) + ']'
        if _isinstance(x, dict):
            parts = []
            for key, y in x.items():
                if not _isinstance(key, str):
                    refuse()
                use(2, len(key))
                parts.append(json.dumps(key) + ':' + part(y, depth + 1))
            return '{"":{' + ','.join(parts) + '}}'
        # None stands for no value here, not for one of its own.
        refuse()

    return part(value, 0)


def _described(x):
    # A value in a few words that are the same every time: no address in memory is among them.
    if x is None or _isinstance(x, (bool, int, _float, str, list, tuple, dict)):
        text = repr(x)
        if ' at 0x' not in text and ' object' not in text and '<' not in text:
            return _short(text)
    kind = _type(x).__name__
    return ('an ' if kind[0] in 'aeiou' else 'a ') + kind


def _short(text):
    return text if len(text) <= 200 else text[:200] + '…'
