# `math` as CPython has it: its exceptions where MicroPython has others or none, and this course's exp and log.
import math as _m
from _numpy import of_numbers as _of_numbers, float64 as _float64

from math import factorial, pi, e, tau, inf, nan

_exp, _expm1, _log, _log1p, _log2, _log10, _tanh, _pow, _ulp = [
    _of_numbers(name) for name in ('exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'tanh', 'pow', 'ulp')
]
_float = pi.__class__


def _real(x):
    kind = x.__class__
    if kind is _float:
        return x
    if kind is _float64:
        return x.item()
    if isinstance(x, (_float, int)):
        return _float(x)
    as_float = getattr(x, '_as_float', None)
    if as_float:
        return as_float()
    raise TypeError('must be real number, not ' + type(x).__name__)


def _lifted(of):
    return lambda *args: of(*[_real(x) for x in args])


acos, acosh, asin, asinh, atan, atan2, atanh, ceil, copysign, cos, cosh, degrees, erf, erfc, fabs = [
    _lifted(getattr(_m, name))
    for name in 'acos acosh asin asinh atan atan2 atanh ceil copysign cos cosh degrees erf erfc fabs'.split()
]
floor, fmod, frexp, gamma, isfinite, isinf, isnan, lgamma, modf, radians, sin, sinh, sqrt, tan, trunc = [
    _lifted(getattr(_m, name))
    for name in 'floor fmod frexp gamma isfinite isinf isnan lgamma modf radians sin sinh sqrt tan trunc'.split()
]


def ldexp(x, i):
    return _m.ldexp(_real(x), int(i))


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    return _m.isclose(_real(a), _real(b), rel_tol=rel_tol, abs_tol=abs_tol)


def _ranged(of):
    def function(x):
        x = x if x.__class__ is _float else _real(x)
        y = of(x)
        if y == inf and x != inf:
            raise OverflowError('math range error')
        return y

    return function


exp = _ranged(_exp)
expm1 = _ranged(_expm1)


def _positive(x, of):
    if x <= 0:
        raise ValueError('math domain error')
    return of(x)


def log(x, base=None):
    y = _log_of_int(x) if _big(x) else _positive(_real(x), _log)
    if base is None:
        return y
    return y / log(base)


def _big(x):
    return isinstance(x, int) and not isinstance(x, bool) and x > 1 << 1000


def _log_of_int(x):
    bits = 0
    while x > 1 << 1000:
        x >>= 500
        bits += 500
    return _log(_float(x)) + bits * 0.6931471805599453


def log2(x):
    return _positive(_real(x), _log2)


def log10(x):
    return _positive(_real(x), _log10)


def log1p(x):
    x = _real(x)
    if x <= -1:
        raise ValueError('math domain error')
    return _log1p(x) if x else x


def tanh(x):
    x = _real(x)
    return _tanh(x) if x else x


def pow(x, y):
    x, y = _real(x), _real(y)
    z = _pow(x, y)
    if z != z and x == x and y == y or x == 0 and y < 0:
        raise ValueError('math domain error')
    if (z == inf or z == -inf) and isfinite(x) and isfinite(y):
        raise OverflowError('math range error')
    return z


def ulp(x):
    x = _real(x)
    return abs(x) if x != x or x in (inf, -inf) else _ulp(x)


def hypot(*xs):
    xs = [abs(_real(x)) for x in xs]
    largest = max(xs) if xs else 0.0
    if largest == 0 or largest == inf:
        return largest
    return largest * sqrt(fsum([(x / largest) * (x / largest) for x in xs]))


def fsum(xs):
    # Shewchuk's partial sums: no digit is lost before the end.
    parts = []
    special = 0.0
    for x in xs:
        x = _real(x)
        if x != x or x in (inf, -inf):
            special += x
            if special != special and x == x:
                raise ValueError('-inf + inf in fsum')
            continue
        kept = []
        for y in parts:
            if abs(x) < abs(y):
                x, y = y, x
            high = x + y
            if high in (inf, -inf):
                raise OverflowError('intermediate overflow in fsum')
            low = y - (high - x)
            if low:
                kept.append(low)
            x = high
        kept.append(x)
        parts = kept
    if special:
        return special
    total = 0.0
    while parts:
        x = parts.pop()
        high = total + x
        low = x - (high - total)
        total = high
        if low:
            # Half-way cases are decided by what comes after.
            if parts and (low < 0) == (parts[-1] < 0):
                twice = low * 2
                more = total + twice
                if twice == more - total:
                    total = more
            break
    return total


def prod(xs, start=1):
    for x in xs:
        start = start * x
    return start


def comb(n, k):
    if k < 0 or n < 0:
        raise ValueError('n must be a non-negative integer' if n < 0 else 'k must be a non-negative integer')
    result = 1
    for i in range(min(k, n - k)):
        result = result * (n - i) // (i + 1)
    return result if k <= n else 0


def isqrt(n):
    if n < 0:
        raise ValueError('isqrt() argument must be nonnegative')
    x = n
    y = (x + 1) // 2
    while y < x:
        x = y
        y = (x + n // x) // 2
    return x


def gcd(*ns):
    a = 0
    for b in ns:
        b = abs(b)
        while b:
            a, b = b, a % b
    return a
