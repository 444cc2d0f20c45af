# Runs a reader's code in names of its own, calls its functions, and tells what came of it. Nothing of this is in those names.
import sys
import gc
import io
import builtins
import _host

_part = _host.part
_tell = _host.tell
_exec = exec
_eval = eval
_compile = compile
_builtin = dir(builtins)


class _Closed:
    def __init__(self, name):
        self._name = name

    def __getattr__(self, name):
        raise ImportError("no module named '" + self._name + "'")


import _math  # which imports _numpy
import _numpy
import _data

sys.modules['math'] = _math
sys.modules['numpy'] = _numpy.module
sys.modules['numpy.random'] = _numpy.module.random
sys.modules['warnings'] = _numpy.warnings
# What leads out of Python, and what is only ours.
for _name in ('js', 'jsffi', '_host', '_kernels', 'uctypes'):
    sys.modules[_name] = _Closed(_name)


class _Hint:
    # What annotations are made of: they are read, and nothing comes of them.
    def __call__(self, *args, **more):
        return self

    def __getitem__(self, key):
        return self

    def __getattr__(self, name):
        if name[:2] == '__':
            raise AttributeError(name)
        return self


sys.modules['typing'] = sys.modules['__future__'] = _Hint()
for _name in ('_math', '_numpy', '_data'):
    del sys.modules[_name]

_numpy.listen(lambda category, message: _tell('warning', category + ': ' + message))

_names = {}
_cells = [0]


def reset():
    _names.clear()
    _names['__name__'] = '__main__'
    _cells[0] = 0
    _numpy.reset()
    gc.collect()


def _failed(e):
    trace = io.StringIO()
    sys.print_exception(e, trace)
    _tell('exception', getattr(type(e), '_shown', type(e).__name__))
    # As CPython says a key: so that '1' is not 1.
    _tell('message', repr(e.args[0]) if isinstance(e, KeyError) and len(e.args) == 1 else str(e))
    _tell('trace', trace.getvalue())


def run():
    body = _part(0)
    last = _part(1)
    # Cells are named so in traces: a line alone doesn't tell its cell.
    file = '<cell ' + str(_cells[0]) + '>'
    _cells[0] += 1
    try:
        if body:
            _exec(_compile(body, file, 'exec'), _names)
        if last:
            value = _eval(_compile(last, file, 'eval'), _names)
            if value is not None:
                _names['_'] = value
                _tell('result', repr(value))
    except BaseException as e:
        _failed(e)
    # MicroPython can't look at WebAssembly's stack: it collects what it is asked to when this has returned.
    gc.collect()


def call():
    target = _names.get(_part(0))
    if not callable(target):
        _tell('missing', '')
        return
    try:
        args, b = _data.given(_part(1))
        _numpy.watch(b)
        try:
            value = target(*args)
        finally:
            _numpy.watch(None)
            _host.called(_numpy.at(b))
        _tell('data', _data.handed(value, _part(0)))
    except BaseException as e:
        _failed(e)
    if _part(2):
        gc.collect()


reset()
