# Part of NumPy, written for this course: arrays, and what one does with them on the way from logits to probabilities.
# The numbers are worked out by kernels in TypeScript (memory.ts); here stand names, shapes, views and what is said.
import builtins
import struct
from array import array as _ints
from uctypes import addressof as _at
import _kernels as _k

_float, _isinstance, _type, _round, _max, _min, _abs, _sum, _all, _any, _native_sorted = (
    float, isinstance, type, round, max, min, abs, sum, all, any, sorted,
)

# A function of numbers, as math has it.
def of_numbers(name):
    call = getattr(_k, name)
    if name == 'pow':

        def function(x, y):
            call(x, y)
            return _number[0]

    else:

        def function(x):
            call(x)
            return _number[0]

    return function


# Looked up once: each look leaves something behind on the other side.
(_k_begin, _k_failure, _k_take, _k_unary, _k_binary, _k_where, _k_cast, _k_reduce, _k_accumulate, _k_extreme, _k_sort,
 _k_plain, _k_nonzero, _k_join, _k_pick, _k_put, _k_write, _k_product, _k_meet, _k_text, _k_repr, _k_scalar_text,
 _k_scalar_repr, _k_option, _k_nearest, _k_generator, _k_random, _k_rounded,
 _k_formatted, _k_look) = (
    _k.begin, _k.failure, _k.take, _k.unary, _k.binary, _k.where, _k.cast, _k.reduce, _k.accumulate, _k.extreme,
    _k.sort, _k.plain, _k.nonzero, _k.join, _k.pick, _k.put, _k.write, _k.product, _k.meet, _k.text, _k.repr, _k.scalarText,
    _k.scalarRepr, _k.setOption, _k.nearest, _k.generator, _k.random, _k.rounded,
    _k.formatted, _k.look,
)
_unpack, _pack = struct.unpack_from, struct.pack_into
_exp, _log = of_numbers('exp'), of_numbers('log')

_status = _ints('i', [0, 0, 0, 0, 0])
_number = _ints('d', [0.0])
_k_begin(_at(_status), _at(_number))

_BOOL, _INT, _HALF, _SINGLE, _DOUBLE = 0, 1, 2, 3, 4
_NAMES = ('bool', 'int64', 'float16', 'float32', 'float64')
_SIZES = (1, 8, 2, 4, 8)
# In memory float16 is kept as float32.
_WIDTHS = (1, 8, 4, 4, 8)
_FORMATS = ('B', 'q', 'f', 'f', 'd')


# What is said


class Warning(Exception):
    pass


class RuntimeWarning(Warning):
    pass


class UserWarning(Warning):
    pass


class DeprecationWarning(Warning):
    pass


class FloatingPointError(ArithmeticError):
    pass


class AxisError(ValueError):
    _shown = 'AxisError'


class UFuncTypeError(TypeError):
    _shown = 'UFuncTypeError'


_ERRORS = {'UFuncTypeError': UFuncTypeError, 'ValueError': ValueError, 'IndexError': IndexError, 'TypeError': TypeError, 'MemoryError': MemoryError}

_tell = lambda category, message: None
_states = {}
_filter = ['default', None]


def listen(tell):
    global _tell
    _tell = tell


def reset():
    _states.update({'divide': 'warn', 'over': 'warn', 'under': 'ignore', 'invalid': 'warn'})
    _filter[0], _filter[1] = 'default', None
    for name, value in (('precision', 8), ('suppress', False), ('threshold', 1000), ('edgeitems', 3), ('linewidth', 75)):
        _k_option(name, value)


reset()


def _warn(message, category=RuntimeWarning):
    if _filter[1] is not None:
        _filter[1].append(_Caught(category, message))
    elif _filter[0] == 'error':
        raise category(message)
    elif _filter[0] != 'ignore':
        _tell(category.__name__, message)


class _Caught:
    def __init__(self, category, message):
        self.category = category
        self.message = category(message)


class _Warnings:
    def simplefilter(self, action, *rest, **more):
        _filter[0] = action

    def filterwarnings(self, action, *rest, **more):
        _filter[0] = action

    def resetwarnings(self):
        _filter[0] = 'default'

    def warn(self, message, category=UserWarning, stacklevel=1):
        _warn(message, category)

    class catch_warnings:
        def __init__(self, record=False):
            self._record = record

        def __enter__(self):
            self._before = _filter[:]
            _filter[1] = [] if self._record else None
            return _filter[1]

        def __exit__(self, *how):
            _filter[:] = self._before


warnings = _Warnings()
_KINDS = ((1, 'divide', 'divide by zero'), (2, 'over', 'overflow'), (4, 'under', 'underflow'), (8, 'invalid', 'invalid value'))


def _signal(flags, name):
    for bit, kind, words in _KINDS:
        if flags & bit and _states[kind] != 'ignore':
            message = words + ' encountered in ' + name
            if _states[kind] == 'raise':
                raise FloatingPointError(message)
            _warn(message)


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    before = dict(_states)
    for kind, action in (('divide', divide), ('over', over), ('under', under), ('invalid', invalid)):
        action = action or all
        if action is not None:
            if action not in ('ignore', 'warn', 'raise'):
                raise ValueError("'" + str(action) + "' is not part of this course's NumPy; use 'ignore', 'warn' or 'raise'")
            _states[kind] = action
    return before


def geterr():
    return dict(_states)


class errstate:
    def __init__(self, **states):
        self._set = states

    def __enter__(self):
        self._before = seterr(**self._set)

    def __exit__(self, *how):
        _states.update(self._before)


# The bytes of an argument whose reader is watched: whoever looks at a number without a kernel says so.
_watched = None


def watch(b):
    global _watched
    _watched = b


at = _at
of_python = _float, _type, _isinstance


def given(b, start, shape):
    # Some of the numbers of a buffer, as an array.
    return ndarray(b, _ints('i', [_DOUBLE, 0, _at(b) + 8 * start, len(shape)] + shape + _steps(shape)))


# From kernels, and to them


def _finish(name='', scalar=True):
    if _status[0]:
        kind, message = _k_failure().split('\n', 1)
        raise _ERRORS[kind](message)
    flags = _status[1]
    if flags:
        if flags >> 4:
            _signal(flags >> 4, 'cast')
        if flags & 15:
            # What is made must not be lost to a kernel that a listener of warnings calls: it is taken first.
            result = _taken(scalar)
            _signal(flags & 15, name)
            return result
    return _taken(scalar)


def _taken(scalar):
    code, rank = _status[4], _status[3]
    b = bytearray(_status[2])
    d = _ints('i', bytes(16 + 8 * rank))
    _k_take(_at(b), _at(d))
    return _SCALARS[code](b, d) if scalar and rank == 0 else ndarray(b, d)


def _done(name='cast'):
    if _status[0]:
        kind, message = _k_failure().split('\n', 1)
        raise _ERRORS[kind](message)
    if _status[1]:
        _signal((_status[1] | _status[1] >> 4) & 15, name)


def _size(shape):
    n = 1
    for k in shape:
        n *= k
    return n


def _steps(shape):
    steps = []
    n = 1
    for k in reversed(shape):
        steps.insert(0, n)
        n *= k
    return steps


def _new(shape, code):
    try:
        b = bytearray(_size(shape) * _WIDTHS[code])
    except (MemoryError, OverflowError):
        size = '%.3g GiB' % (_size(shape) * _SIZES[code] / 1073741824)
        raise MemoryError(
            'Unable to allocate ' + size + ' for an array with shape ' + str(tuple(shape)) + ' and data type ' + _NAMES[code]
        )
    return ndarray(b, _ints('i', [code, 0, _at(b), len(shape)] + list(shape) + _steps(shape)))


def _view(a, address, shape, steps):
    return ndarray(a._b, _ints('i', [a._d[0], 0, address, len(shape)] + list(shape) + list(steps)))


def _of_numbers(numbers, shape, code):
    # Numbers of Python, all ints or all floats, as an array of int64 or float64.
    b = bytearray(_ints('q' if code == _INT else 'd', numbers))
    return ndarray(b, _ints('i', [code, 0, _at(b), len(shape)] + list(shape) + _steps(shape)))


class _Weak:
    # A number of Python on its way into a kernel.
    shape = ()

    def __init__(self, x, code, weak):
        if code == _BOOL:
            self._b = b = bytearray([x])
        else:
            try:
                self._b = b = _ints('q' if code == _INT else 'd', [x])
            except OverflowError:
                raise OverflowError('Python int too large to convert to C long')
            if code == _INT and b[0] != x:
                raise OverflowError('Python int too large to convert to C long')
        self._d = _ints('i', [code, weak, _at(b), 0])


def _operand(x):
    t = _type(x)
    if t is _Weak or _isinstance(x, _Array):
        return x
    if t is _float:
        return _Weak(x, _DOUBLE, 1)
    if t is int:
        return _Weak(x, _INT, 1)
    if t is bool:
        return _Weak(x, _BOOL, 0)
    if _isinstance(x, (list, tuple, range)):
        return array(x)
    raise TypeError("unsupported operand type(s): '" + t.__name__ + "'; expected an array or a number")


def _array_of(x):
    return x if _isinstance(x, ndarray) else array(x)


# Types


class dtype:
    def __init__(self, spec):
        self._code = _code(spec)
        self.name = _NAMES[self._code]
        self.itemsize = _SIZES[self._code]
        self.kind = 'bifff'[self._code]
        self.type = _SCALARS[self._code]

    def __eq__(self, other):
        try:
            return _code(other) == self._code
        except TypeError:
            return False

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.name)

    def __str__(self):
        return self.name

    def __repr__(self):
        return "dtype('" + self.name + "')"


_CODES = {
    'bool': 0, 'bool_': 0, '?': 0, 'b1': 0,
    'int64': 1, 'int': 1, 'i8': 1, 'int_': 1, 'q': 1, 'l': 1, 'intp': 1,
    'float16': 2, 'half': 2, 'f2': 2, 'e': 2,
    'float32': 3, 'single': 3, 'f4': 3, 'f': 3,
    'float64': 4, 'double': 4, 'float': 4, 'f8': 4, 'd': 4,
}


def _code(spec):
    if _isinstance(spec, dtype):
        return spec._code
    if spec is None:
        return _DOUBLE
    name = spec if _isinstance(spec, str) else getattr(spec, '__name__', None)
    code = _CODES.get(name.lstrip('<=|') if name else name)
    if code is None:
        if not _isinstance(spec, str):
            raise TypeError('Cannot interpret ' + repr(spec) + ' as a data type')
        if spec in _MISSING_TYPES:
            raise TypeError(spec + " is not part of this course's NumPy; the nearest that is: " + _MISSING_TYPES[spec])
        raise TypeError('data type ' + repr(spec) + ' not understood')
    return code


_MISSING_TYPES = {
    'int8': 'int64', 'int16': 'int64', 'int32': 'int64', 'uint8': 'int64', 'uint16': 'int64', 'uint32': 'int64',
    'uint64': 'int64', 'complex64': 'float32', 'complex128': 'float64', 'longdouble': 'float64', 'object': 'float64',
}


def _promoted(a, b):
    if a == b:
        return a
    if a == _INT or b == _INT:
        return _INT if a == _BOOL or b == _BOOL else _DOUBLE
    return a if a > b else b


# Arrays and scalars

_OPERATORS = {}


def _binary(name, a, b, told=None):
    a, b = _operand(a), _operand(b)
    _k_binary(name, _at(a._d), _at(b._d))
    return _finish(told or name)


def _operated(name, a, b):
    # An operator between scalars is told by another name.
    try:
        a, b = _operand(a), _operand(b)
    except TypeError:
        return NotImplemented
    if name == 'power' and _type(b) is _Weak and _isinstance(a, ndarray):
        y = b._b[0]
        if a._d[0] >= _HALF or y == 2 and a._d[0] == _INT and b._d[0] == _INT:
            quick = {2: 'square', 1: 'positive', 0.5: 'sqrt', -1: 'reciprocal'}.get(y)
            if quick:
                return _unary(quick, a)
    if not _isinstance(a, ndarray) and not _isinstance(b, ndarray):
        name = 'scalar ' + name
    _k_binary(name, _at(a._d), _at(b._d))
    return _finish(name)


def _unary(name, a):
    if name == 'exp' or name == 'log':
        x = _plain(a)
        if x is not None and (x > 0 or name == 'exp'):
            y = _exp(x) if name == 'exp' else _log(x)
            if 1e-300 < y < inf or name == 'log':
                return float64(y)
    a = _operand(a)
    _k_unary(name, _at(a._d))
    return _finish(name)


def _into(a, name, b):
    # a name= b: into the same memory, if its type can take what comes.
    if not _isinstance(a, ndarray):
        return _operated(name, a, b)
    b = _operand(b)
    code, own = _k_meet(_at(a._d), _at(b._d)), a._d[0]
    if name == 'divide' and code < _HALF:
        code = _DOUBLE
    if own < _HALF and code > own:
        raise UFuncTypeError(
            "Cannot cast ufunc '" + name + "' output from " + repr(_DTYPES[code]) + ' to ' + repr(a.dtype)
            + " with casting rule 'same_kind'"
        )
    try:
        result = _operated(name, a, b) if name != 'matmul' else matmul(a, b)
    except ValueError as e:
        if str(e).startswith('operands could'):
            raise ValueError(str(e) + _tuple(a.shape) + ' ')
        raise
    if result.shape != a.shape:
        raise ValueError(
            'non-broadcastable output operand with shape ' + _tuple(a.shape) + " doesn't match the broadcast shape "
            + _tuple(result.shape)
        )
    _k_write(_at(a._d), _at(result._d))
    _done(name)
    return a


def _tuple(shape):
    return '(' + ','.join([str(n) for n in shape]) + (',)' if len(shape) == 1 else ')')


def _missing(owner, name, names):
    if name.startswith('__'):
        raise AttributeError(name)
    near = _k_nearest(name, ' '.join([n for n in names if not n.startswith('_')]))
    raise AttributeError(owner + name + " is not part of this course's NumPy; the nearest that is: " + near)


class _Array:
    # What arrays and scalars have in common: _b, the bytes; _d, the description that kernels read.

    @property
    def dtype(self):
        return _DTYPES[self._d[0]]

    @property
    def ndim(self):
        return self._d[3]

    @property
    def size(self):
        return _size(self.shape)

    @property
    def itemsize(self):
        return _SIZES[self._d[0]]

    @property
    def nbytes(self):
        return self.size * self.itemsize

    @property
    def T(self):
        return transpose(self)

    def __getattr__(self, name):
        _missing('ndarray.', name, dir(ndarray))

    def __add__(self, other):
        return _operated('add', self, other)

    def __radd__(self, other):
        return _operated('add', other, self)

    def __sub__(self, other):
        return _operated('subtract', self, other)

    def __rsub__(self, other):
        return _operated('subtract', other, self)

    def __mul__(self, other):
        return _operated('multiply', self, other)

    def __rmul__(self, other):
        return _operated('multiply', other, self)

    def __truediv__(self, other):
        return _operated('divide', self, other)

    def __rtruediv__(self, other):
        return _operated('divide', other, self)

    def __floordiv__(self, other):
        return _operated('floor_divide', self, other)

    def __rfloordiv__(self, other):
        return _operated('floor_divide', other, self)

    def __mod__(self, other):
        return _operated('remainder', self, other)

    def __rmod__(self, other):
        return _operated('remainder', other, self)

    def __pow__(self, other):
        return _operated('power', self, other)

    def __rpow__(self, other):
        return _operated('power', other, self)

    def __divmod__(self, other):
        return self // other, self % other

    def __matmul__(self, other):
        return matmul(self, other)

    def __rmatmul__(self, other):
        return matmul(other, self)

    def __and__(self, other):
        return _operated('bitwise_and', self, other)

    def __rand__(self, other):
        return _operated('bitwise_and', other, self)

    def __or__(self, other):
        return _operated('bitwise_or', self, other)

    def __ror__(self, other):
        return _operated('bitwise_or', other, self)

    def __xor__(self, other):
        return _operated('bitwise_xor', self, other)

    def __rxor__(self, other):
        return _operated('bitwise_xor', other, self)

    def __lt__(self, other):
        return _operated('less', self, other)

    def __le__(self, other):
        return _operated('less_equal', self, other)

    def __gt__(self, other):
        return _operated('greater', self, other)

    def __ge__(self, other):
        return _operated('greater_equal', self, other)

    def __eq__(self, other):
        if other is None or _isinstance(other, str):
            return zeros(self.shape, bool) if self.shape else False
        return _operated('equal', self, other)

    def __ne__(self, other):
        if other is None or _isinstance(other, str):
            return ones(self.shape, bool) if self.shape else True
        return _operated('not_equal', self, other)

    def __neg__(self):
        return _unary('negative', self)

    def __pos__(self):
        return _unary('positive', self)

    def __invert__(self):
        return _unary('invert', self)

    def __abs__(self):
        return _unary('absolute', self)

    def __hash__(self):
        if self.shape or _isinstance(self, ndarray):
            raise TypeError("unhashable type: 'numpy.ndarray'")
        return hash(self.item())

    def __bool__(self):
        n = self.size
        if n > 1:
            raise ValueError(
                'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()'
            )
        if n == 0:
            raise ValueError('The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array is not empty.')
        return bool(self.item())

    def _as_float(self):
        return _float(self._alone())

    def _alone(self):
        if self.shape:
            raise TypeError('only 0-dimensional arrays can be converted to Python scalars')
        return self.item()

    def __int__(self):
        x = self._alone()
        if x != x:
            raise ValueError('cannot convert float NaN to integer')
        if x in (inf, -inf):
            raise OverflowError('cannot convert float infinity to integer')
        return int(x)

    def __index__(self):
        if self._d[0] != _INT or self.shape:
            raise TypeError('only integer scalar arrays can be converted to a scalar index')
        return self.item()

    def item(self, *at):
        if at:
            at = at[0] if len(at) == 1 else at
            flat = self if _isinstance(at, tuple) else self.ravel()
            return flat[at].item()
        if self.size != 1:
            raise ValueError('can only convert an array of size 1 to a Python scalar')
        if self._b is _watched:
            _k_look(self._d[2])
        x = _unpack('<' + _FORMATS[self._d[0]], self._b, self._d[2] - _at(self._b))[0]
        return x == 1 if self._d[0] == _BOOL else x

    def _flat(self):
        # All values as numbers of Python, in C order.
        code = self._d[0]
        a = _contiguous(self)
        n = a.size
        if a._b is _watched:
            for i in range(n):
                _k_look(a._d[2] + 8 * i)
        numbers = _unpack('<' + str(n) + _FORMATS[code], a._b, a._d[2] - _at(a._b)) if n else ()
        return [x == 1 for x in numbers] if code == _BOOL else list(numbers)

    def tolist(self):
        flat = self._flat()
        if not self.shape:
            return flat[0]

        def nested(shape, start):
            if len(shape) == 1:
                return flat[start:start + shape[0]]
            step = _size(shape[1:])
            return [nested(shape[1:], start + i * step) for i in range(shape[0])]

        return nested(self.shape, 0)

    def astype(self, dtype, copy=True):
        _k_cast(_at(self._d), _code(dtype))
        return _finish('cast', not _isinstance(self, ndarray))

    def copy(self, order='C'):
        return self.astype(self.dtype)

    def reshape(self, *shape, **more):
        return reshape(self, shape[0] if len(shape) == 1 else shape)

    def ravel(self):
        return reshape(self, -1)

    def flatten(self):
        return array(self).ravel()

    def transpose(self, *axes):
        return transpose(self, axes[0] if len(axes) == 1 else axes or None)

    def swapaxes(self, a, b):
        return swapaxes(self, a, b)

    def squeeze(self, axis=None):
        return squeeze(self, axis)

    def sum(self, axis=None, dtype=None, out=None, keepdims=False):
        return sum(self, axis, dtype, out, keepdims)

    def prod(self, axis=None, dtype=None, out=None, keepdims=False):
        return prod(self, axis, dtype, out, keepdims)

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        return mean(self, axis, dtype, out, keepdims)

    def var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        return var(self, axis, dtype, out, ddof, keepdims)

    def std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
        return std(self, axis, dtype, out, ddof, keepdims)

    def max(self, axis=None, out=None, keepdims=False, initial=None):
        return max(self, axis, out, keepdims, initial)

    def min(self, axis=None, out=None, keepdims=False, initial=None):
        return min(self, axis, out, keepdims, initial)

    def any(self, axis=None, out=None, keepdims=False):
        return any(self, axis, out, keepdims)

    def all(self, axis=None, out=None, keepdims=False):
        return all(self, axis, out, keepdims)

    def argmax(self, axis=None, out=None, keepdims=False):
        return argmax(self, axis, out, keepdims)

    def argmin(self, axis=None, out=None, keepdims=False):
        return argmin(self, axis, out, keepdims)

    def cumsum(self, axis=None, dtype=None, out=None):
        return cumsum(self, axis, dtype, out)

    def cumprod(self, axis=None, dtype=None, out=None):
        return cumprod(self, axis, dtype, out)

    def argsort(self, axis=-1, kind=None, stable=None):
        return argsort(self, axis)

    def clip(self, min=None, max=None, out=None):
        return clip(self, min, max, out)

    def round(self, decimals=0, out=None):
        return round(self, decimals, out)

    def dot(self, other):
        return dot(self, other)

    def nonzero(self):
        return nonzero(self)


class ndarray(_Array):
    def __init__(self, b, d):
        self._b = b
        self._d = d
        self._shape = tuple(d[4:4 + d[3]])

    @property
    def shape(self):
        return self._shape

    def __iadd__(self, other):
        return _into(self, 'add', other)

    def __isub__(self, other):
        return _into(self, 'subtract', other)

    def __len__(self):
        if not self.shape:
            raise TypeError('len() of unsized object')
        return self.shape[0]

    def __iter__(self):
        if not self.shape:
            raise TypeError('iteration over a 0-d array')
        return _rows(self)

    def __reversed__(self):
        return _rows(self[::-1])

    def __contains__(self, x):
        return bool((self == x).any())

    def __getitem__(self, key):
        at = _place_of(self, key)
        if at is not None:
            if self._b is _watched:
                _k_look(_at(self._b) + at)
            return float64(_unpack('<d', self._b, at)[0])
        view, axes, indices, whole = _located(self, key)
        if axes:
            _k_pick(_at(view._d), ','.join([str(axis) for axis in axes]), *[_at(i._d) for i in indices])
            return _finish()
        if whole and not view.shape:
            return _scalar(view)
        return view

    def __setitem__(self, key, value):
        at = _place_of(self, key)
        if at is not None:
            x = _plain(value)
            if x is not None:
                return _pack('<d', self._b, at, x)
        view, axes, indices, whole = _located(self, key)
        value = _operand(value)
        if whole and not axes and not view.shape and value.shape:
            raise ValueError('setting an array element with a sequence.')
        if axes and _isinstance(key, ndarray) and key._d[0] == _BOOL:
            if len(value.shape) > 1:
                raise TypeError(
                    'NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has '
                    + str(len(value.shape)) + ' dimensions'
                )
            n = indices[0].size
            if key.shape == self.shape and value.shape and value.shape[0] not in (1, n):
                raise ValueError(
                    'NumPy boolean array indexing assignment cannot assign ' + str(value.shape[0])
                    + ' input values to the ' + str(n) + ' output values where the mask is true'
                )
        if axes:
            _k_put(_at(view._d), _at(value._d), ','.join([str(axis) for axis in axes]), *[_at(i._d) for i in indices])
        else:
            _k_write(_at(view._d), _at(value._d))
        _done()

    def fill(self, value):
        self[...] = value

    def sort(self, axis=-1, kind=None):
        self[...] = sort(self, axis)

    def __str__(self):
        return _k_text(_at(self._d))

    def __repr__(self):
        return _k_repr(_at(self._d))


def _place_of(a, key):
    # Where a number of a list of float64 stands in its bytes: the usual case, made quick.
    d = a._d
    if _type(key) is int and d[3] == 1 and d[0] == _DOUBLE and -d[4] <= key < d[4]:
        return d[2] - _at(a._b) + 8 * d[5] * (key + d[4] if key < 0 else key)
    return None


def _rows(a):
    d = a._d
    if d[3] == 1 and d[0] == _DOUBLE:
        b = a._b
        at = d[2] - _at(b)
        for _ in range(d[4]):
            if b is _watched:
                _k_look(_at(b) + at)
            yield float64(_unpack('<d', b, at)[0])
            at += 8 * d[5]
        return
    for i in range(a.shape[0]):
        yield a[i]


def _scalar(view):
    code = view._d[0]
    if view._b is _watched:
        _k_look(view._d[2])
    start = view._d[2] - _at(view._b)
    b = view._b[start:start + _WIDTHS[code]]
    return _SCALARS[code](b, _ints('i', [code, 0, _at(b), 0]))


_INDICES = (
    'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices'
)


def _located(a, key):
    # The view that slices, integers and None make, with the axes that index arrays pick from, and those arrays.
    keys = list(key) if _type(key) is tuple else [key]
    used = 0
    arrays = False
    for i, k in enumerate(keys):
        t = _type(k)
        if t is list or t is bool or t is tuple or _isinstance(k, bool_):
            keys[i] = k = array(k) if t is not list or k else zeros(0, int)
        if _isinstance(k, ndarray):
            if k._d[0] > _INT:
                if k._d[0] > _INT:
                    raise IndexError(
                        'arrays used as indices must be of integer (or boolean) type' if k.shape else _INDICES
                    )
            if k._d[0] == _INT and not k.shape:
                keys[i] = k.item()
                used += 1
                continue
            used += len(k.shape) if k._d[0] == _BOOL else 1
            arrays = True
        elif k is None or k is Ellipsis:
            continue
        else:
            if t is not slice and t is not int:
                if not _isinstance(k, int64):
                    raise IndexError(_INDICES)
                keys[i] = k.item()
            used += 1
    rank = a._d[3]
    if used > rank:
        raise IndexError(
            'too many indices for array: array is ' + str(rank) + '-dimensional, but ' + str(used) + ' were indexed'
        )
    whole = True
    for i, k in enumerate(keys):
        if k is Ellipsis:
            keys[i:i + 1] = [slice_all] * (rank - used)
            whole = False
            break
    else:
        keys = keys + [slice_all] * (rank - used)
    d = a._d
    width = _WIDTHS[d[0]]
    address = d[2]
    shape, steps, axes, indices = [], [], [], []
    axis = 0
    for k in keys:
        if k is None:
            shape.append(1)
            steps.append(0)
            continue
        if _isinstance(k, ndarray):
            if k._d[0] == _BOOL:
                for offset, n in enumerate(k.shape):
                    if a.shape[axis + offset] != n:
                        raise IndexError(
                            'boolean index did not match indexed array along axis ' + str(axis + offset)
                            + '; size of axis is ' + str(a.shape[axis + offset])
                            + ' but size of corresponding boolean axis is ' + str(n)
                        )
                if not k.shape:
                    axes.append(len(shape))
                    indices.append(zeros(1 if k.item() else 0, int))
                    shape.append(1)
                    steps.append(0)
                    continue
                found = nonzero(k)
            else:
                found = (k,)
            for index in found:
                axes.append(len(shape))
                indices.append(index)
                shape.append(d[4 + axis])
                steps.append(d[4 + rank + axis])
                axis += 1
            continue
        n, step = d[4 + axis], d[4 + rank + axis]
        if _type(k) is slice:
            first, last, by = k.indices(n)
            count = (last - first + by - (1 if by > 0 else -1)) // by
            shape.append(count if count > 0 else 0)
            steps.append(step * by)
            if count > 0:
                address += first * step * width
        elif arrays:
            axes.append(len(shape))
            indices.append(array(k))
            shape.append(n)
            steps.append(step)
        else:
            if k < -n or k >= n:
                raise IndexError('index ' + str(k) + ' is out of bounds for axis ' + str(axis) + ' with size ' + str(n))
            address += (k + n if k < 0 else k) * step * width
        axis += 1
    return _view(a, address, shape, steps), axes, indices, whole


class _Slice:
    def __getitem__(self, k):
        return k


slice_all = _Slice()[:]


def _contiguous(a):
    d = a._d
    rank = d[3]
    step = 1
    for axis in range(rank - 1, -1, -1):
        if d[4 + axis] != 1 and d[4 + rank + axis] != step:
            _k_plain(_at(d))
            return _finish('', False)
        step *= d[4 + axis]
    return a


class generic(_Array):
    shape = ()

    def __init__(self, b=0, d=None):
        if d is None:
            x = array(b, dtype=self.__class__)
            if x.shape:
                raise TypeError('a scalar of ' + repr(x.shape) + "; use np.array(…, dtype=…) in this course's NumPy")
            b = x._b
            d = x._d
        self._b = b
        self._d = d

    def __str__(self):
        return _k_scalar_text(_at(self._d))

    def __repr__(self):
        return _k_scalar_repr(_at(self._d))

    def __getitem__(self, key):
        if key is Ellipsis or key is None or key == ():
            return array(self)[key]
        raise IndexError('invalid index to scalar variable.')

    def __len__(self):
        raise TypeError("object of type '" + _shown(self) + "' has no len()")

    def __iter__(self):
        raise TypeError("'" + _shown(self) + "' object is not iterable")


def _shown(x):
    return 'numpy.' + _NAMES[x._d[0]]


class number(generic):
    pass


class integer(number):
    pass


class floating(number):
    def is_integer(self):
        x = self.item()
        return x == x and x not in (inf, -inf) and x == int(x)


class bool_(generic):
    def __bool__(self):
        return self._b[0] == 1


class int64(integer):
    pass


class float16(floating):
    pass


class float32(floating):
    pass


class float64(floating):
    # Many are made, one after the other, by code that goes through an array: it is the number of Python that is kept
    # and computed with as long as nothing is to be said of the result, and what kernels read is made where they do.
    def __init__(self, x=0.0, d=None):
        if d is not None:
            self._b = x
            self._d = d
        elif _isinstance(x, (_float, str)):
            self._x = _float(x)
        else:
            generic.__init__(self, x)

    def __getattr__(self, name):
        if name == '_x':
            self._x = x = _unpack('<d', self._b, self._d[2] - _at(self._b))[0]
            return x
        if name == '_b':
            self._b = b = bytearray(_ints('d', [self._x]))
            return b
        if name == '_d':
            self._d = d = _ints('i', [_DOUBLE, 0, _at(self._b), 0])
            return d
        _missing('ndarray.', name, dir(ndarray))

    def item(self, *at):
        return self._x

    def __bool__(self):
        return self._x != 0

    def __neg__(self):
        return float64(-self._x)

    def __add__(self, other):
        y = _plain(other)
        if y is not None:
            z = self._x + y
            if z - z == 0:
                return float64(z)
        return _operated('add', self, other)

    def __radd__(self, other):
        y = _plain(other)
        if y is not None:
            z = y + self._x
            if z - z == 0:
                return float64(z)
        return _operated('add', other, self)

    def __sub__(self, other):
        y = _plain(other)
        if y is not None:
            z = self._x - y
            if z - z == 0:
                return float64(z)
        return _operated('subtract', self, other)

    def __rsub__(self, other):
        y = _plain(other)
        if y is not None:
            z = y - self._x
            if z - z == 0:
                return float64(z)
        return _operated('subtract', other, self)

    def __mul__(self, other):
        y = _plain(other)
        if y is not None:
            z = self._x * y
            if _ordinary(z):
                return float64(z)
        return _operated('multiply', self, other)

    def __rmul__(self, other):
        y = _plain(other)
        if y is not None:
            z = y * self._x
            if _ordinary(z):
                return float64(z)
        return _operated('multiply', other, self)

    def __truediv__(self, other):
        y = _plain(other)
        if y:
            z = self._x / y
            if _ordinary(z):
                return float64(z)
        return _operated('divide', self, other)

    def __rtruediv__(self, other):
        y = _plain(other)
        if y is not None and self._x:
            z = y / self._x
            if _ordinary(z):
                return float64(z)
        return _operated('divide', other, self)

    # Comparisons that Python makes by itself, to sort and to find the largest, take no other answer than its own; those
    # in a reader's code come by _Number, and are answered by NumPy's.

    def __lt__(self, other):
        y = _plain(other)
        return _operated('less', self, other) if y is None else self._x < y

    def __le__(self, other):
        y = _plain(other)
        return _operated('less_equal', self, other) if y is None else self._x <= y

    def __gt__(self, other):
        y = _plain(other)
        return _operated('greater', self, other) if y is None else self._x > y

    def __ge__(self, other):
        y = _plain(other)
        return _operated('greater_equal', self, other) if y is None else self._x >= y


def _plain(x):
    # What float64 computes with as a number of Python, or None.
    t = _type(x)
    if t is _float:
        return x
    if t is float64:
        return x._x
    return _float(x) if t is int else None


def _ordinary(x):
    # Whether a product or a quotient has neither overflowed nor underflowed.
    return 1e-300 < x < inf or -inf < x < -1e-300


def _bool(x):
    b = bytearray([x])
    return bool_(b, _ints('i', [_BOOL, 0, _at(b), 0]))


_TRUE, _FALSE = _bool(1), _bool(0)
_SCALARS = (bool_, int64, float16, float32, float64)
_DTYPES = [dtype(t) for t in _SCALARS]

pi, e = 3.141592653589793, 2.718281828459045
inf = _float('inf')
nan = _float('nan')
newaxis = None


# Making arrays


def array(x, dtype=None, copy=True, ndmin=0):
    code = None if dtype is None else _code(dtype)
    if _isinstance(x, _Array):
        _k_cast(_at(x._d), x._d[0] if code is None else code)
        a = _finish('cast', False)
    else:
        a = _from_python(x, code)
    while len(a.shape) < ndmin:
        a = expand_dims(a, 0)
    return a


def _from_python(x, code):
    if _isinstance(x, (range, bytes)) or hasattr(x, '__next__'):
        x = list(x)
    shape, ragged = _shape_of(x)
    if ragged:
        raise ValueError(
            'setting an array element with a sequence. The requested array has an inhomogeneous shape after '
            + str(len(shape)) + ' dimensions. The detected shape was ' + str(shape) + ' + inhomogeneous part.'
        )
    flat = []
    found = _flatten(x, flat, -1)
    if found < 0:
        found = _DOUBLE
    if code == _INT and found > _INT:
        for one in flat:
            if one != one:
                raise ValueError('cannot convert float NaN to integer')
            if one in (inf, -inf):
                raise OverflowError('cannot convert float infinity to integer')
    if found <= _INT:
        if _min(flat) < -9223372036854775808 or _max(flat) > 9223372036854775807:
            raise OverflowError('Python int too large to convert to C long')
        a = _of_numbers(flat, shape, _INT)
    else:
        a = _of_numbers(flat, shape, _DOUBLE)
    want = found if code is None else code
    if a._d[0] != want:
        _k_cast(_at(a._d), want)
        a = _finish('cast', False)
    return a


def _shape_of(x):
    if _isinstance(x, _Array):
        return x.shape, False
    if not _isinstance(x, (list, tuple)):
        return (), False
    n = len(x)
    if n == 0:
        return (0,), False
    inner, ragged = _shape_of(x[0])
    for i in range(1, n):
        y = x[i]
        if not inner and not _isinstance(y, (list, tuple, _Array)):
            continue
        other, uneven = _shape_of(y)
        ragged = ragged or uneven
        if other != inner:
            ragged = True
            k = 0
            while k < len(inner) and k < len(other) and inner[k] == other[k]:
                k += 1
            inner = inner[:k]
    return (n,) + inner, ragged


def _flatten(x, flat, code):
    t = _type(x)
    if t is list or t is tuple or _isinstance(x, (list, tuple)):
        for y in x:
            code = _flatten(y, flat, code)
        return code
    if t is _float:
        kind = _DOUBLE
    elif t is int:
        kind = _INT
    elif t is bool:
        kind = _BOOL
        x = int(x)
    elif _isinstance(x, _Array):
        kind = x._d[0]
        flat.extend([int(y) for y in x._flat()] if kind == _BOOL else x._flat())
        return kind if code < 0 else _promoted(code, kind)
    elif _isinstance(x, str):
        raise TypeError("arrays of text are not part of this course's NumPy; the nearest that is: numbers")
    elif x is None:
        raise TypeError("float() argument must be a string or a real number, not 'NoneType'")
    else:
        raise TypeError("arrays of '" + t.__name__ + "' are not part of this course's NumPy; the nearest that is: numbers")
    flat.append(x)
    return kind if code < 0 or code == kind else _promoted(code, kind)


def asarray(x, dtype=None):
    if _isinstance(x, ndarray) and (dtype is None or _code(dtype) == x._d[0]):
        return x
    return array(x, dtype)


def copy(a):
    return array(a)


def _shaped(shape):
    if _isinstance(shape, (list, tuple)):
        sizes = tuple([_whole(n) for n in shape])
    else:
        if _isinstance(shape, _float):
            raise TypeError("expected a sequence of integers or a single integer, got '" + str(shape) + "'")
        sizes = (_whole(shape),)
    for n in sizes:
        if n < 0:
            raise ValueError('negative dimensions are not allowed')
    return sizes


def _whole(n):
    if _isinstance(n, int):
        return int(n)
    if _isinstance(n, _Array):
        return n.__index__()
    raise TypeError("'" + _type(n).__name__ + "' object cannot be interpreted as an integer")


def zeros(shape, dtype=None):
    return _new(_shaped(shape), _code(dtype))


def full(shape, fill_value, dtype=None):
    value = asarray(fill_value)
    a = _new(_shaped(shape), value._d[0] if dtype is None else _code(dtype))
    a[...] = value
    return a


def ones(shape, dtype=None):
    return full(shape, 1, dtype or _DTYPES[_DOUBLE])


empty = zeros


def zeros_like(a, dtype=None):
    a = asarray(a)
    return zeros(a.shape, dtype or a.dtype)


empty_like = zeros_like


def ones_like(a, dtype=None):
    a = asarray(a)
    return ones(a.shape, dtype or a.dtype)


def full_like(a, fill_value, dtype=None):
    a = asarray(a)
    return full(a.shape, fill_value, dtype or a.dtype)


def eye(N, M=None, k=0, dtype=None):
    n, m = _whole(N), _whole(N if M is None else M)
    a = zeros((n, m), dtype)
    for i in range(n):
        if 0 <= i + k < m:
            a[i, i + k] = 1
    return a


def identity(n, dtype=None):
    return eye(n, dtype=dtype)


def _python(x):
    return x.item() if _isinstance(x, _Array) else x


def arange(start, stop=None, step=1, dtype=None):
    start, stop, step = _python(start), _python(stop), _python(step)
    if stop is None:
        start, stop = 0, start
    if step == 0:
        raise ZeroDivisionError('division by zero')
    if _isinstance(start, int) and _isinstance(stop, int) and _isinstance(step, int):
        numbers = list(range(start, stop, step))
        a = _of_numbers(numbers, (len(numbers),), _INT)
    else:
        exact = (stop - start) / step
        if exact != exact:
            raise ValueError('arange: cannot compute length')
        n = int(exact)
        n = _max(0, n + 1 if n < exact else n)
        first, delta = _float(start), _float(start + step) - _float(start)
        if dtype is not None and _code(dtype) == _SINGLE:
            first = array(first, dtype)
            return arange(n).astype(dtype) * (array(_float(start + step), dtype) - first) + first
        a = _of_numbers([first + i * delta for i in range(n)], (n,), _DOUBLE)
    return a if dtype is None else a.astype(dtype)


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    num = _whole(num)
    if num < 0:
        raise ValueError('Number of samples, ' + str(num) + ', must be non-negative.')
    if _isinstance(start, ndarray) or _isinstance(stop, ndarray):
        raise TypeError("linspace between arrays is not part of this course's NumPy; the nearest that is: between numbers")
    start, stop = _float(_python(start)), _float(_python(stop))
    div = num - 1 if endpoint else num
    delta = stop - start
    if div > 0:
        step = delta / div
        numbers = [i * step + start if step != 0 else i / div * delta + start for i in range(num)]
    else:
        step = nan
        numbers = [i * delta + start for i in range(num)]
    if endpoint and num > 1:
        numbers[-1] = stop
    a = _of_numbers(numbers, (num,), _DOUBLE)
    if dtype is not None:
        a = a.astype(dtype)
    return (a, float64(step)) if retstep else a


# Shapes


def _axis(axis, rank, said=''):
    axis = _whole(axis)
    if axis < -rank or axis >= rank:
        raise AxisError(said + 'axis ' + str(axis) + ' is out of bounds for array of dimension ' + str(rank))
    return axis + rank if axis < 0 else axis


def _axes(axis, rank):
    if axis is None:
        return list(range(rank))
    if not _isinstance(axis, (tuple, list)):
        return [_axis(axis, rank)]
    axes = [_axis(one, rank) for one in axis]
    if len(set(axes)) < len(axes):
        raise ValueError("duplicate value in 'axis'")
    return axes


def reshape(a, shape, order='C'):
    a = _array_of(a)
    sizes = [_whole(n) for n in (shape if _isinstance(shape, (tuple, list)) else (shape,))]
    n = a.size
    if sizes.count(-1) > 1:
        raise ValueError('can only specify one unknown dimension')
    known = _size([k for k in sizes if k != -1])
    asked = tuple(sizes)
    if -1 in sizes and known > 0 and n % known == 0:
        sizes[sizes.index(-1)] = n // known
    if -1 in sizes or _size(sizes) != n:
        raise ValueError('cannot reshape array of size ' + str(n) + ' into shape ' + _tuple(asked).replace('-1', 'newaxis'))
    a = _contiguous(a)
    return _view(a, a._d[2], sizes, _steps(sizes))


def ravel(a):
    return reshape(a, -1)


def transpose(a, axes=None):
    a = _array_of(a)
    rank = len(a.shape)
    if axes is None:
        axes = list(range(rank - 1, -1, -1))
    elif len(axes) != rank:
        raise ValueError("axes don't match array")
    axes = [_axis(k, rank) for k in axes]
    if len(set(axes)) < rank:
        raise ValueError('repeated axis in transpose')
    return _view(a, a._d[2], [a.shape[k] for k in axes], [a._d[4 + rank + k] for k in axes])


def swapaxes(a, axis1, axis2):
    a = _array_of(a)
    axes = list(range(len(a.shape)))
    i, j = _axis(axis1, len(axes), 'axis1: '), _axis(axis2, len(axes), 'axis2: ')
    axes[i], axes[j] = j, i
    return transpose(a, axes)


def moveaxis(a, source, destination):
    a = _array_of(a)
    axes = list(range(len(a.shape)))
    source = _axis(source, len(axes))
    axes.remove(source)
    axes.insert(_axis(destination, len(a.shape)), source)
    return transpose(a, axes)


def expand_dims(a, axis):
    a = _array_of(a)
    rank = len(a.shape)
    many = axis if _isinstance(axis, (tuple, list)) else (axis,)
    axes = _axes(tuple(many), rank + len(many))
    shape, steps = list(a.shape), list(a._d[4 + rank:])
    for k in sorted(axes):
        shape.insert(k, 1)
        steps.insert(k, 0)
    return _view(a, a._d[2], shape, steps)


def squeeze(a, axis=None):
    a = _array_of(a)
    rank = len(a.shape)
    axes = [k for k in range(rank) if a.shape[k] == 1] if axis is None else _axes(axis, rank)
    for k in axes:
        if a.shape[k] != 1:
            raise ValueError('cannot select an axis to squeeze out which has size not equal to one')
    kept = [k for k in range(rank) if k not in axes]
    return _view(a, a._d[2], [a.shape[k] for k in kept], [a._d[4 + rank + k] for k in kept])


def broadcast_to(a, shape):
    a = _array_of(a)
    shape = _shaped(shape)
    rank = len(a.shape)
    lead = len(shape) - rank
    if lead < 0:
        raise ValueError('input operand has more dimensions than allowed by the axis remapping')
    for k in range(rank):
        if a.shape[k] not in (1, shape[lead + k]):
            raise ValueError(
                'operands could not be broadcast together with remapped shapes [original->remapped]: '
                + _tuple(a.shape) + '  and requested shape ' + _tuple(shape)
            )
    steps = [0] * lead + [0 if a.shape[k] == 1 else a._d[4 + rank + k] for k in range(rank)]
    return _view(a, a._d[2], shape, steps)


def atleast_1d(a):
    a = _array_of(a)
    return a if a.shape else reshape(a, 1)


def atleast_2d(a):
    a = _array_of(a)
    return a if len(a.shape) > 1 else reshape(a, (1, -1))


def concatenate(arrays, axis=0):
    arrays = [_array_of(a) for a in arrays]
    if not arrays:
        raise ValueError('need at least one array to concatenate')
    if axis is None:
        arrays = [ravel(a) for a in arrays]
        axis = 0
    rank = len(arrays[0].shape)
    if rank == 0:
        raise ValueError('zero-dimensional arrays cannot be concatenated')
    axis = _axis(axis, rank)
    code = arrays[0]._d[0]
    for i, a in enumerate(arrays):
        code = _promoted(code, a._d[0])
        if len(a.shape) != rank:
            raise ValueError(
                'all the input arrays must have same number of dimensions, but the array at index 0 has ' + str(rank)
                + ' dimension(s) and the array at index ' + str(i) + ' has ' + str(len(a.shape)) + ' dimension(s)'
            )
        for k in range(rank):
            if k != axis and a.shape[k] != arrays[0].shape[k]:
                raise ValueError(
                    'all the input array dimensions except for the concatenation axis must match exactly, but along'
                    ' dimension ' + str(k) + ', the array at index 0 has size ' + str(arrays[0].shape[k])
                    + ' and the array at index ' + str(i) + ' has size ' + str(a.shape[k])
                )
    _k_join(axis, code, *[_at(a._d) for a in arrays])
    return _finish()


def stack(arrays, axis=0):
    arrays = [_array_of(a) for a in arrays]
    if not arrays:
        raise ValueError('need at least one array to stack')
    if len(set([a.shape for a in arrays])) > 1:
        raise ValueError('all input arrays must have the same shape')
    axis = _axis(axis, len(arrays[0].shape) + 1)
    return concatenate([expand_dims(a, axis) for a in arrays], axis)


def vstack(arrays):
    return concatenate([atleast_2d(a) for a in arrays], 0)


def hstack(arrays):
    arrays = [a if len(a.shape) else reshape(a, 1) for a in [_array_of(a) for a in arrays]]
    return concatenate(arrays, 0 if arrays and len(arrays[0].shape) == 1 else 1)


# Functions of every element


class ufunc:
    def __init__(self, name, nin):
        self.__name__ = name
        self.nin = nin

    def __call__(self, *args, out=None, dtype=None):
        if len(args) == self.nin + 1:
            out = args[-1]
            args = args[:-1]
        if len(args) != self.nin:
            raise TypeError(
                self.__name__ + '() takes from ' + str(self.nin) + ' to ' + str(self.nin + 1)
                + ' positional arguments but ' + str(len(args)) + (' was' if len(args) == 1 else ' were') + ' given'
            )
        if dtype is not None:
            args = [asarray(a, dtype) for a in args]
        result = _unary(self.__name__, *args) if self.nin == 1 else _binary(self.__name__, *args)
        return _out(result, out)

    def __repr__(self):
        return "<ufunc '" + self.__name__ + "'>"

    def _row(self, what):
        if self.nin == 2 and self.__name__ in ('add', 'multiply', 'maximum', 'minimum', 'logical_and', 'logical_or'):
            return
        raise AttributeError(
            self.__name__ + '.' + what + " is not part of this course's NumPy; the nearest that is: add." + what
        )

    def reduce(self, a, axis=0, dtype=None, out=None, keepdims=False):
        if self.__name__ == 'logaddexp':
            return _out(_row_by_row(self, asarray(a, dtype), axis, keepdims), out)
        self._row('reduce')
        return _reduced(self.__name__, asarray(a, dtype), axis, out, keepdims)

    def accumulate(self, a, axis=0):
        self._row('accumulate')
        return _running(self.__name__, a, axis)

    def outer(self, a, b):
        a, b = asarray(a), asarray(b)
        return self(reshape(a, a.shape + (1,) * len(b.shape)), b)


def _row_by_row(of, a, axis, keepdims):
    # One after the other along an axis, or all axes, each the flattened rest of the one before.
    if axis is None:
        result = _row_by_row(of, ravel(a), 0, False)
        return reshape(result, (1,) * len(a.shape)) if keepdims else result
    axis = _axis(axis, len(a.shape))
    rows = moveaxis(a, axis, 0)
    result = full(rows.shape[1:], -inf)[()]
    for row in rows:
        result = of(result, row)
    return expand_dims(result, axis) if keepdims else result


def _out(result, out):
    if out is None:
        return result
    if _isinstance(out, tuple):
        out = out[0]
    if not _isinstance(out, ndarray):
        raise TypeError('return arrays must be of ArrayType')
    if out.shape != result.shape:
        raise ValueError(
            'non-broadcastable output operand with shape ' + _tuple(out.shape) + " doesn't match the broadcast shape "
            + _tuple(result.shape)
        )
    out[...] = result
    return out


_module_names = {}
for _name in (
    'exp expm1 log log1p log2 log10 sqrt tanh negative positive absolute square sign reciprocal floor ceil'
    ' trunc rint isnan isinf isfinite signbit logical_not invert'
).split():
    _module_names[_name] = ufunc(_name, 1)
for _name in (
    'add subtract multiply divide floor_divide remainder power maximum minimum logaddexp equal not_equal less'
    ' less_equal greater greater_equal logical_and logical_or logical_xor bitwise_and bitwise_or bitwise_xor'
).split():
    _module_names[_name] = ufunc(_name, 2)
_maximum, _minimum, _absolute, _sqrt = [_module_names[n] for n in ('maximum', 'minimum', 'absolute', 'sqrt')]


def where(condition, *choices):
    if not choices:
        return nonzero(condition)
    if len(choices) != 2:
        raise ValueError('either both or neither of x and y should be given')
    c, x, y = [_operand(a) for a in (condition,) + choices]
    _k_where(_at(c._d), _at(x._d), _at(y._d))
    return _finish('cast', False)


def nonzero(a):
    a = _array_of(a)
    if not a.shape:
        raise ValueError(
            'Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero() instead. If the context'
            ' of this error is of the form `arr[nonzero(cond)]`, just use `arr[cond]`.'
        )
    _k_nonzero(_at(a._d))
    if _status[0]:
        _finish()
    return tuple([_taken(False) for _ in a.shape])


def argwhere(a):
    return transpose(stack(nonzero(a)))


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    x = array(x) if copy or not _isinstance(x, ndarray) else x
    scalar = not x.shape
    most = finfo(x.dtype).max if x._d[0] >= _HALF else None
    for is_so, value in (
        (_unary('isnan', x), nan),
        (x == inf, most if posinf is None else posinf),
        (x == -inf, None if most is None else -most if neginf is None else neginf),
    ):
        if value is not None:
            x[...] = where(is_so, value, x)
    return _scalar(x) if scalar else x


def apply_along_axis(func1d, axis, arr, *args, **more):
    rows = moveaxis(asarray(arr), axis, -1)
    lead = rows.shape[:-1]
    made = [asarray(func1d(row, *args, **more)) for row in reshape(rows, (-1, rows.shape[-1]))]
    result = stack(made)
    result = reshape(result, lead + result.shape[1:])
    return moveaxis(result, -1, axis) if made[0].shape else result


class vectorize:
    def __init__(self, pyfunc, otypes=None):
        self.pyfunc = pyfunc
        self._types = otypes

    def __call__(self, *args):
        arrays = [asarray(a) for a in args]
        common = 0
        for a in arrays:
            common = common + zeros(a.shape)
        shape = common.shape
        flat = [ravel(broadcast_to(a, shape)) for a in arrays]
        made = array([self.pyfunc(*each) for each in zip(*flat)], self._types[0] if self._types else None)
        return reshape(made, shape)[()]


def flatnonzero(a):
    return nonzero(ravel(a))[0]


def count_nonzero(a, axis=None):
    return sum(asarray(a) != 0, axis)


def clip(a, a_min=None, a_max=None, out=None, min=None, max=None):
    low = a_min if min is None else min
    high = a_max if max is None else max
    result = asarray(a) if _isinstance(a, (list, tuple)) else a
    if low is not None:
        result = _maximum(result, low)
    if high is not None:
        result = _minimum(result, high)
    return _out(_unary('positive', result) if low is None and high is None else result, out)


def round(a, decimals=0, out=None):
    a = asarray(a) if not _isinstance(a, _Array) else a
    scalar = not a.shape
    if a._d[0] <= _INT and decimals >= 0:
        result = a.copy()
    elif decimals == 0:
        result = _unary('rint', a)
    else:
        power = _float(10 ** _abs(decimals))
        first, second = ('multiply', 'divide') if decimals > 0 else ('divide', 'multiply')
        result = _binary(second, _unary('rint', _binary(first, a, power)), power)
        if a._d[0] == _INT:
            result = result.astype(a.dtype)
    return _out(_scalar(result) if scalar and _isinstance(result, ndarray) else result, out)


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    x, y = asarray(a), asarray(b)
    if y._d[0] < _HALF:
        y = y.astype(_DTYPES[_DOUBLE])
    before = seterr(invalid='ignore', over='ignore')
    try:
        near = abs_(_binary('subtract', x, y)) <= _binary('add', _binary('multiply', _absolute(y), rtol), atol)
        finite = _unary('isfinite', y)
        result = _operated('bitwise_or', _operated('bitwise_and', near, finite), _binary('equal', x, y))
        if equal_nan:
            result = result | (_unary('isnan', x) & _unary('isnan', y))
    finally:
        _states.update(before)
    return result


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(all(isclose(a, b, rtol, atol, equal_nan)))


def array_equal(a, b, equal_nan=False):
    a, b = asarray(a), asarray(b)
    if a.shape != b.shape:
        return False
    same = a == b
    if equal_nan:
        same = same | (_unary('isnan', a) & _unary('isnan', b))
    return bool(all(same))


def abs_(a):
    return _unary('absolute', a)


# Fewer numbers of many


def _reduced(name, a, axis, out, keepdims, told='reduce'):
    axes = _axes(axis, len(a.shape))
    _k_reduce(name, _at(a._d), ','.join([str(k) for k in axes]), bool(keepdims))
    return _out(_finish(told), out)


def _typed(a, dtype):
    a = _array_of(a)
    return a if dtype is None or _code(dtype) == a._d[0] else a.astype(dtype)


def sum(a, axis=None, dtype=None, out=None, keepdims=False):
    return _reduced('add', _typed(a, dtype), axis, out, keepdims)


def prod(a, axis=None, dtype=None, out=None, keepdims=False):
    return _reduced('multiply', _typed(a, dtype), axis, out, keepdims)


def max(a, axis=None, out=None, keepdims=False, initial=None):
    return _from(initial, 'maximum', a, axis, out, keepdims)


def min(a, axis=None, out=None, keepdims=False, initial=None):
    return _from(initial, 'minimum', a, axis, out, keepdims)


def _from(initial, name, a, axis, out, keepdims):
    # The largest or smallest, of a number to begin with, too: so there is one where the array is empty.
    a = _array_of(a)
    if initial is None:
        return _reduced(name, a, axis, out, keepdims)
    axes = _axes(axis, len(a.shape))
    if 0 not in [a.shape[k] for k in axes]:
        return _out(_binary(name, _reduced(name, a, axis, None, keepdims), initial), out)
    shape = [1 if k in axes else n for k, n in enumerate(a.shape) if keepdims or k not in axes]
    return _out(full(shape, initial, a.dtype)[()], out)


def any(a, axis=None, out=None, keepdims=False):
    return _reduced('logical_or', _array_of(a), axis, out, keepdims)


def all(a, axis=None, out=None, keepdims=False):
    return _reduced('logical_and', _array_of(a), axis, out, keepdims)


def ptp(a, axis=None, keepdims=False):
    return max(a, axis, None, keepdims) - min(a, axis, None, keepdims)


def _count(a, axis):
    return _size([a.shape[k] for k in _axes(axis, len(a.shape))])


def _divided(total, n):
    return _operated('divide', total, n) if not _isinstance(total, ndarray) else _binary('divide', total, n)


def _working(a, dtype):
    # Averages of integers are taken in float64, those of float16 in float32.
    if dtype is not None:
        return _typed(a, dtype), None
    code = a._d[0]
    if code <= _INT:
        return a.astype(_DTYPES[_DOUBLE]), None
    return (a.astype(_DTYPES[_SINGLE]), _DTYPES[_HALF]) if code == _HALF else (a, None)


def mean(a, axis=None, dtype=None, out=None, keepdims=False):
    a = _array_of(a)
    n = _count(a, axis)
    if n == 0:
        _warn('Mean of empty slice')
    a, back = _working(a, dtype)
    result = _divided(sum(a, axis, None, None, keepdims), n)
    return _out(result.astype(back) if back else result, out)


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    a = _array_of(a)
    n = _count(a, axis)
    if ddof >= n:
        _warn('Degrees of freedom <= 0 for slice')
    a = a.astype(_DTYPES[_DOUBLE]) if dtype is None and a._d[0] <= _INT else _typed(a, dtype)
    center = _binary('divide', sum(a, axis, None, None, True), n)
    x = _unary('square', _binary('subtract', a, center))
    if not _isinstance(x, ndarray):
        x = _array_of(x)
    return _out(_divided(sum(x, axis, None, None, keepdims), n - ddof if n > ddof else 0), out)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    return _out(_sqrt(var(a, axis, dtype, None, ddof, keepdims)), out)


def average(a, axis=None, weights=None):
    if weights is None:
        return mean(a, axis)
    a, weights = asarray(a), asarray(weights)
    if weights.shape != a.shape and axis is not None:
        shape = [1] * len(a.shape)
        shape[_axis(axis, len(shape))] = -1
        weights = broadcast_to(reshape(weights, shape), a.shape)
    total = sum(weights, axis)
    if any(total == 0):
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    return sum(a * weights, axis) / total


def _place(name, a, axis, out, keepdims):
    a = _array_of(a)
    if axis is None:
        rank = len(a.shape)
        a = ravel(a)
        _k_extreme(name, _at(a._d), 0, False)
        result = _finish()
        return _out(reshape(result, (1,) * rank) if keepdims else result, out)
    _k_extreme(name, _at(a._d), _axis(axis, len(a.shape)), bool(keepdims))
    return _out(_finish(), out)


def argmax(a, axis=None, out=None, keepdims=False):
    return _place('argmax', a, axis, out, keepdims)


def argmin(a, axis=None, out=None, keepdims=False):
    return _place('argmin', a, axis, out, keepdims)


def _running(name, a, axis):
    a = _array_of(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    _k_accumulate(name, _at(a._d), _axis(axis, len(a.shape)))
    return _finish('accumulate', False)


def cumsum(a, axis=None, dtype=None, out=None):
    return _out(_running('add', _typed(a, dtype), axis), out)


def cumprod(a, axis=None, dtype=None, out=None):
    return _out(_running('multiply', _typed(a, dtype), axis), out)


def diff(a, n=1, axis=-1):
    a = asarray(a)
    axis = _axis(axis, len(a.shape))
    for _ in range(n):
        lead = (slice_all,) * axis
        a = a[lead + (_Slice()[1:],)] - a[lead + (_Slice()[:-1],)]
    return a


def _sorted(a, axis, places):
    a = _array_of(a)
    if axis is None:
        a = ravel(a)
        axis = 0
    _k_sort(_at(a._d), _axis(axis, len(a.shape)), places)
    return _finish('', False)


def sort(a, axis=-1, kind=None, stable=None):
    return _sorted(a, axis, False)


def argsort(a, axis=-1, kind=None, stable=None):
    return _sorted(a, axis, True)


def flip(a, axis=None):
    a = asarray(a)
    axes = _axes(axis, len(a.shape))
    return a[tuple([_Slice()[::-1] if k in axes else slice_all for k in range(len(a.shape))])]


def take_along_axis(a, indices, axis=-1):
    a, indices = asarray(a), asarray(indices)
    axis = _axis(axis, len(a.shape))
    keys = []
    for k in range(len(a.shape)):
        shape = [1] * len(a.shape)
        shape[k] = -1
        keys.append(indices if k == axis else reshape(arange(indices.shape[k]), shape))
    return a[tuple(keys)]


# Products


def _multiplied(a, b, told, scalar=True):
    _k_product(_at(a._d), _at(b._d))
    return _finish(told, scalar)


def matmul(a, b, out=None):
    a, b = _operand(a), _operand(b)
    for place, x in ((0, a), (1, b)):
        if not x.shape:
            raise ValueError(
                'matmul: Input operand ' + str(place) + ' does not have enough dimensions (has 0, gufunc core with'
                ' signature (n?,k),(k,m?)->(n?,m?) requires 1)'
            )
    row, column = len(a.shape) == 1, len(b.shape) == 1
    k, other = a.shape[-1], b.shape[0 if column else -2]
    if k != other:
        raise ValueError(
            'matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature'
            ' (n?,k),(k,m?)->(n?,m?) (size ' + str(other) + ' is different from ' + str(k) + ')'
        )
    x = a[None, :] if row else a
    y = b[:, None] if column else b
    result = _multiplied(x, y, 'matmul', False)
    if column:
        result = result[..., 0]
    if row:
        result = result[..., 0] if column else result[..., 0, :]
    return _out(result if result.shape else _scalar(result), out)


def dot(a, b, out=None):
    a, b = asarray(a), asarray(b)
    if not a.shape or not b.shape:
        return _out(_binary('multiply', a, b), out)
    if a.shape[-1] != b.shape[0 if len(b.shape) == 1 else -2]:
        axis = _max(0, len(b.shape) - 2)
        raise ValueError(
            'shapes ' + _tuple(a.shape) + ' and ' + _tuple(b.shape) + ' not aligned: ' + str(a.shape[-1]) + ' (dim '
            + str(len(a.shape) - 1) + ') != ' + str(b.shape[axis]) + ' (dim ' + str(axis) + ')'
        )
    if len(b.shape) > 2:
        if len(a.shape) > 2:
            raise TypeError("dot of more than two axes with more than two is not part of this course's NumPy; the nearest that is: matmul")
        result = matmul(a, b)
        return _out(moveaxis(result, -2, 0) if len(a.shape) == 2 else result, out)
    x = a[None, :] if len(a.shape) == 1 else a
    y = b[:, None] if len(b.shape) == 1 else b
    result = _multiplied(x, y, 'dot', False)
    if len(b.shape) == 1:
        result = result[..., 0]
    if len(a.shape) == 1:
        result = result[..., 0] if len(b.shape) == 1 else result[..., 0, :]
    return _out(result if result.shape else _scalar(result), out)


def outer(a, b):
    return _binary('multiply', reshape(ravel(a), (-1, 1)), ravel(b))


def trace(a):
    a = asarray(a)
    return sum(array([a[i, i] for i in range(_min(a.shape))]))


def diag(a):
    a = asarray(a)
    if len(a.shape) == 1:
        n = len(a)
        result = zeros((n, n), a.dtype)
        for i in range(n):
            result[i, i] = a[i]
        return result
    return array([a[i, i] for i in range(_min(a.shape))], a.dtype)


# Limits of types, and how numbers are printed


class finfo:
    def __init__(self, kind=None):
        code = kind._d[0] if _isinstance(kind, _Array) else _code(kind)
        if code < _HALF:
            raise ValueError('data type ' + repr(_SCALARS[code]) + ' not inexact')
        t = _SCALARS[code]
        bits, least, most = ((10, -14, 15), (23, -126, 127), (52, -1022, 1023))[code - 2]
        self.dtype = _DTYPES[code]
        self.bits = 8 * _SIZES[code]
        self.nmant = bits
        self.precision = (3, 6, 15)[code - 2]
        self.eps = t(_power_of_two(-bits))
        self.max = t((2 - _power_of_two(-bits)) * _power_of_two(most))
        self.min = -self.max
        self.tiny = self.smallest_normal = t(_power_of_two(least))
        self.smallest_subnormal = t(_power_of_two(least) * _power_of_two(-bits))
        self.resolution = t((1e-3, 1e-6, 1e-15)[code - 2])

    def __repr__(self):
        return 'finfo(resolution=%s, min=%s, max=%s, dtype=%s)' % (self.resolution, self.min, self.max, self.dtype)


def _power_of_two(n):
    x = 1.0
    for _ in range(_abs(n)):
        x = x * 2 if n > 0 else x / 2
    return x


class iinfo:
    def __init__(self, kind=int):
        self.min, self.max, self.bits = -9223372036854775808, 9223372036854775807, 64


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None):
    for name, value in (
        ('precision', precision), ('threshold', threshold), ('edgeitems', edgeitems), ('linewidth', linewidth),
        ('suppress', suppress),
    ):
        if value is not None:
            _k_option(name, value)


# Random numbers


class Generator:
    def __init__(self, seed):
        self._handle = _k_generator(str(seed))

    def _drawn(self, kind, size, low='0', high='0'):
        shape = () if size is None else _shaped(size)
        _k_random(self._handle, kind, str(_size(shape)), low, high)
        a = reshape(_finish('', False), shape)
        return a

    def _plain(self, a, size):
        return a if size is not None else a[()].item()

    def random(self, size=None):
        return self._plain(self._drawn('random', size), size)

    def standard_normal(self, size=None):
        return self._plain(self._drawn('normal', size), size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        return self._plain(self._drawn('normal', size) * scale + loc, size)

    def uniform(self, low=0.0, high=1.0, size=None):
        return self._plain(self._drawn('random', size) * (high - low) + low, size)

    def integers(self, low, high=None, size=None, dtype=None, endpoint=False):
        if high is None:
            low, high = 0, low
        low, high = int(low), int(high) + (1 if endpoint else 0)
        if low >= high:
            raise ValueError('low >= high' if low else 'high <= 0')
        a = self._drawn('integers', size, str(low), str(high))
        return a if size is not None else a[()]

    def __getattr__(self, name):
        _missing('Generator.', name, dir(Generator))


class _Random:
    def default_rng(self, seed=None):
        if seed is None:
            import random

            seed = random.getrandbits(32)
        if _isinstance(seed, _Array):
            seed = seed.item()
        if not _isinstance(seed, int):
            raise TypeError("a seed that is no integer is not part of this course's NumPy; use one, or None")
        if seed < 0:
            raise ValueError('expected non-negative integer')
        return Generator(seed)

    def __getattr__(self, name):
        _missing('np.random.', name, ['default_rng'])


# The module


class _Module:
    def __getattr__(self, name):
        if name in _MISSING_TYPES:
            _missing('np.', name, [_MISSING_TYPES[name]])
        _missing('np.', name, _module_names)


for _each in (
    dtype, ndarray, generic, number, integer, floating, bool_, int64, float16, float32, float64, array, asarray,
    copy, zeros, full, ones, zeros_like, ones_like, full_like, eye, identity, arange, linspace, reshape, ravel,
    transpose, swapaxes, moveaxis, expand_dims, squeeze, broadcast_to, atleast_1d, atleast_2d, concatenate, stack,
    vstack, hstack, where, nonzero, flatnonzero, argwhere, nan_to_num, apply_along_axis, vectorize, count_nonzero,
    clip, round, isclose, allclose, array_equal, sum, prod, max, min, any, all, ptp, mean, var, std, average,
    argmax, argmin, cumsum, cumprod, diff, sort, argsort, flip, take_along_axis, matmul, dot, outer, trace, diag,
    finfo, iinfo, set_printoptions, errstate, seterr, geterr, ufunc,
):
    _module_names[_each.__name__] = _each
_module_names.update({
    'empty': empty, 'empty_like': empty_like, 'abs': _module_names['absolute'], 'bool': bool_, 'int_': int64,
    'true_divide': _module_names['divide'], 'mod': _module_names['remainder'], 'pow': _module_names['power'],
    'amax': max, 'amin': min, 'around': round, 'concat': concatenate, 'pi': pi, 'e': e, 'inf': inf, 'nan': nan,
    'newaxis': None, 'True_': bool_(True), 'False_': bool_(False), 'random': _Random(),
    'ndim': lambda a: asarray(a).ndim, 'shape': lambda a: asarray(a).shape, 'size': lambda a: asarray(a).size,
    'isscalar': lambda x: _isinstance(x, (generic, int, bool, _float, str)),
    '__name__': 'numpy', '__doc__': "Part of NumPy 2.4, written for this course.", '__version__': '2.4',
})
module = _Module()
for _name, _value in _module_names.items():
    setattr(module, _name, _value)


# Builtins that must know scalars. A float of Python never asks the other side of an operator when that can be made a
# float, so scalars have no __float__; float() asks them by another name.


class float(_float):
    def __new__(cls, x=0.0):
        if _isinstance(x, _Array):
            return x._as_float()
        return _float(x)


def _kinds(kinds):
    if _type(kinds) is tuple:
        return tuple([_kinds(kind) for kind in kinds])
    return (_float, float64) if kinds is float else (int, bool) if kinds is int else _type if kinds is type_ else kinds


def _flat_kinds(kinds):
    if _type(kinds) is not tuple:
        return (kinds,)
    flat = ()
    for kind in kinds:
        flat += _flat_kinds(kind)
    return flat


def isinstance_(x, kinds):
    return _isinstance(x, _flat_kinds(_kinds(kinds)))


def type_(x, *more):
    if more:
        return _type(x, *more)
    t = _type(x)
    return float if t is _float else t


def round_(x, ndigits=None):
    if _isinstance(x, _Array):
        result = round(x, ndigits or 0)
        return int(result) if ndigits is None else result
    if _type(x) is _float and ndigits is not None and x == x and x not in (inf, -inf):
        _k_rounded(x, ndigits)
        return _number[0]
    return _round(x) if ndigits is None else _round(x, ndigits)


def _extreme(native, better):
    def function(*args, key=None, default=None):
        items = args if len(args) > 1 else list(args[0])
        best = None if key or not items else _plain(items[0])
        if best is not None:
            found = items[0]
            for x in items:
                y = _plain(x)
                if y is None:
                    break
                if y > best if better == 'greater' else y < best:
                    found, best = x, y
            else:
                return found
        for x in items:
            if _isinstance(x, _Array):
                break
        else:
            if not items and default is not None:
                return default
            return native(items, key=key) if key else native(items)
        best = items[0]
        for x in items[1:]:
            a, b = (key(x), key(best)) if key else (x, best)
            if bool(_binary(better, a, b)):
                best = x
        return best

    return function


def sum_(items, start=0):
    if _type(items) is ndarray and items._d[3] == 1 and items._d[0] == _DOUBLE and items._d[4]:
        first = _plain(start)
        total = None if first is None else _sum(items._flat(), first)
        if total is not None and total - total == 0:
            return float64(total)
    return _sum(items, start)


def sorted_(items, key=None, reverse=False):
    # Equal ones keep their order, as MicroPython's own sort does not.
    items = list(items)
    sign = -1 if reverse else 1
    order = _native_sorted([(key(x) if key else x, sign * i) for i, x in enumerate(items)], reverse=reverse)
    return [items[sign * i] for _, i in order]


_IN_PLACE = {
    'multiply': lambda a, b: a * b, 'divide': lambda a, b: a / b, 'floor_divide': lambda a, b: a // b,
    'power': lambda a, b: a ** b, 'remainder': lambda a, b: a % b, 'matmul': lambda a, b: a @ b,
    'bitwise_and': lambda a, b: a & b, 'bitwise_or': lambda a, b: a | b, 'bitwise_xor': lambda a, b: a ^ b,
}


def _in_place(name, a, b):
    # What source.ts makes of a *= b and its like.
    if _isinstance(a, ndarray):
        return _into(a, name, b)
    if name == 'multiply' and _isinstance(a, list):
        a[:] = a * b
        return a
    return _IN_PLACE[name](a, b)


class _Number:
    # A number on the left of a comparison, of Python or float64: it asks an array on the right, and says what NumPy says.
    def __init__(self, x):
        self._x = x

    def __lt__(self, other):
        return _compared(self._x, other, 'less', lambda a, b: a < b)

    def __le__(self, other):
        return _compared(self._x, other, 'less_equal', lambda a, b: a <= b)

    def __gt__(self, other):
        return _compared(self._x, other, 'greater', lambda a, b: a > b)

    def __ge__(self, other):
        return _compared(self._x, other, 'greater_equal', lambda a, b: a >= b)


def _compared(x, other, name, holds):
    if _type(other) is _Number:
        other = other._x
    if _type(x) is not float64 and not _isinstance(other, _Array):
        return holds(x, other)
    a, b = _plain(x), _plain(other)
    if a is None or b is None:
        return _operated(name, x, other)
    return _TRUE if holds(a, b) else _FALSE


def _left(x):
    # What source.ts makes of the left side of a comparison.
    t = _type(x)
    return _Number(x) if t is _float or t is int or t is float64 else x


def _native(x):
    if _isinstance(x, _Array):
        return x.item() if not x.shape else str(x)
    return x


class _Text:
    # A text that formats scalars.
    def __init__(self, text):
        self._text = text

    def __mod__(self, given):
        if _isinstance(given, dict):
            return self._text % given
        given = list(given) if _isinstance(given, tuple) else [given]
        parts = self._text.split('%')
        made = [parts[0]]
        i = 1
        while i < len(parts):
            part = parts[i]
            i += 1
            if not part and i < len(parts):
                # Two signs are one.
                made.append('%' + parts[i])
                i += 1
                continue
            k = 0
            while k < len(part) and part[k] in '-+ #0123456789.*':
                k += 1
            flags, kind, rest = part[:k], part[k:k + 1], part[k + 1:]
            if '*' in flags or not given:
                return self._text % tuple([_native(x) for x in given])
            x = _native(given.pop(0)) if kind not in ('s', 'r') else given.pop(0)
            if kind in ('e', 'E', 'f', 'F', 'g', 'G') and _isinstance(x, (int, _float)):
                made.append(_k_formatted(_float(x), ('<' if '-' in flags else '') + flags.replace('-', '') + kind) + rest)
            else:
                made.append(('%' + flags + kind) % (x,) + rest)
        if given:
            raise TypeError('not all arguments converted during string formatting')
        return ''.join(made)

    def format(self, *given, **named):
        count = [0]

        def field(name):
            if not name:
                count[0] += 1
                return given[count[0] - 1]
            return given[int(name)] if name.isdigit() else named[name]

        return _filled(self._text, field)


def _format(x, spec):
    if _type(x) is _float or _type(x) is int and spec[-1] in 'eEfFgG%':
        text = _k_formatted(_float(x), spec)
        if text:
            return text
    return ('{:' + spec + '}').format(x)


def _filled(text, field):
    parts = []
    i = 0
    n = len(text)
    while i < n:
        c = text[i]
        if c in '{}' and text[i:i + 2] == c + c:
            parts.append(c)
            i += 2
            continue
        if c != '{':
            parts.append(c)
            i += 1
            continue
        depth = 1
        j = i + 1
        while j < n and depth:
            depth += 1 if text[j] == '{' else -1 if text[j] == '}' else 0
            j += 1
        inside = text[i + 1:j - 1]
        name, colon, spec = inside.partition(':')
        name, mark, how = name.partition('!')
        if '.' in name or '[' in name:
            # A look inside of what is given is left to Python's own.
            parts.append(('{' + inside + '}').format(field('')))
        else:
            x = field(name)
            spec = _filled(spec, field) if '{' in spec else spec
            if how:
                x = repr(x) if how == 'r' else str(x)
            parts.append(_format(_native(x), spec) if spec else str(x))
        i = j
    return ''.join(parts)


builtins.__inplace__ = _in_place
builtins.__number__ = _left
builtins.__text__ = _Text
builtins.float = float
builtins.isinstance = isinstance_
builtins.type = type_
builtins.round = round_
builtins.sum = sum_
builtins.sorted = sorted_
builtins.max = _extreme(_max, 'greater')
builtins.min = _extreme(_min, 'less')
for _each in (Warning, RuntimeWarning, UserWarning, DeprecationWarning, FloatingPointError):
    setattr(builtins, _each.__name__, _each)
