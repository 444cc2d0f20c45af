"""Records what NumPy makes of some thousands of expressions, for numpy.test.ts to try this course's NumPy on.

    pip install numpy==2.4.6 && python test/notebook/python/record.py

Expressions come from a grammar with a fixed seed, so that a new recording differs only where NumPy does. A line of the
recording is one expression: its family, its code, and either the value's type, shape, bits and text, or the exception.
"""

import base64
import json
import os
import platform
import random
import re
import sys
import warnings

import numpy as np

# The names that expressions are made of: edges of every type and shape.
PRELUDE = """
import numpy as np, math
z = np.array([2.0, 1.0, 0.1])
y = np.array([-1.5, 0.25, 3.0])
v = np.array([0.5, -2.0, 7.25, 1e-3])
m = np.array([[1.0, -2.5, 3.0], [0.1, 0.2, 0.3]])
q = np.array([[0.3, 0.7], [1.5, -1.5], [4.0, 1 / 3]])
c = np.array([[10.0], [-0.5]])
edge = np.array([0.0, -0.0, 1.0, -1.5, np.inf, -np.inf, np.nan, 5e-324])
big = np.array([1000.0, -1000.0, 1e308, -1e-308])
wide = np.array([1e-5, 123456.789, 2.5])
cube = np.arange(24.0).reshape(2, 3, 4) / 7
hundred = (np.arange(100.0) * 37 % 101 - 50) / 9
many = (np.arange(9000.0) * 7919 % 10007 - 5003) / 1013
none = np.zeros((0,))
none2 = np.zeros((2, 0))
one = np.array([3.25])
o = np.array(2.5)
h = np.array([0.5, -1.25, 3.0, 60000.0], dtype=np.float16)
h2 = np.array([[1.0, 2.0, 0.1], [1e-4, 7.0, -0.0]], dtype=np.float16)
s = np.array([0.1, -2.0, 3e38, 1e-40], dtype=np.float32)
s2 = np.array([[0.3, -0.7, 100.0], [5.0, -90.0, 0.01]], dtype=np.float32)
sedge = np.array([0.0, -0.0, np.inf, np.nan], dtype=np.float32)
i = np.array([3, -7, 0, 12])
j = np.array([[1, 2, 3], [-4, 5, 60]])
k = np.array([2, 0, 1])
large = np.array([2**62, -2**63, 2**53 + 1, 7])
b = np.array([True, False, True, True])
b2 = np.array([[True, False, True], [False, False, True]])
f = np.float64(0.75)
f0 = np.float64(0.0)
sf = np.float32(0.1)
hf = np.float16(0.1)
si = np.int64(7)
sb = np.bool_(True)
"""

FLOATS = "z y v m q c edge big wide cube none none2 one o h h2 s s2 sedge".split()
INTS = "i j k large".split()
BOOLS = "b b2".split()
SCALARS = "f f0 sf hf si sb".split()
PLAIN = ["2", "-1", "0", "0.5", "-2.5", "3.0", "1e300", "True", "-0.0", "float('inf')", "1000"]
ROWS = {"(3,)": "z y k".split(), "(2,3)": "m h2 s2 j b2".split(), "(4,)": "v h s i b big sedge large".split()}
SHAPES = {name: shape for shape, names in ROWS.items() for name in names}

# How many numbers of a result are kept.
KEPT = 12

choose = random.Random(20260606)
pick = choose.choice


def array(kinds=None):
    return pick(kinds or FLOATS + FLOATS + INTS + BOOLS)


def partner(name):
    """Something that mostly fits: of the same shape, a scalar, a number; now and then anything."""
    r = choose.random()
    if name in SHAPES and r < 0.5:
        return pick(ROWS[SHAPES[name]])
    if r < 0.72:
        return pick(SCALARS)
    if r < 0.92:
        return pick(PLAIN)
    return array()


def axis_of():
    return pick(["", "", "axis=0", "axis=-1", "axis=1", "axis=0, keepdims=True", "axis=-1, keepdims=True", "axis=1, keepdims=True", "axis=(0, 1)"])


def arithmetic():
    left = array()
    right = partner(left)
    if choose.random() < 0.4:
        left, right = right, left
    if choose.random() < 0.2:
        name = pick("add subtract multiply divide maximum minimum floor_divide remainder".split())
        return f"np.{name}({left}, {right})"
    return f"{left} {pick(['+', '-', '*', '/', '+', '-', '*', '/', '//', '%'])} {right}"


def scalars():
    left, right = pick(SCALARS), pick(SCALARS + PLAIN)
    if choose.random() < 0.5:
        left, right = right, left
    if left in PLAIN and right in PLAIN:
        left = pick(SCALARS)
    return f"{left} {pick(['+', '-', '*', '/', '//', '%', '<', '==', '>='])} {right}".replace("True <", "sb <").replace("True >", "sb >")


def comparison():
    left = array()
    right = partner(left)
    return f"{left} {pick(['<', '<=', '>', '>=', '==', '!='])} {right}"


def logic():
    name = pick(BOOLS)
    other = pick(ROWS[SHAPES[name]][-2:] if name == "b2" else ["b", "b", "i > 0", "sb", "True"])
    return pick([
        f"{name} {pick(['&', '|', '^'])} ({other})", f"~{name}", f"np.logical_{pick(['and', 'or', 'xor'])}({array()}, {partner('z')})",
        f"np.logical_not({array()})", f"~{pick(INTS)}", f"{pick(INTS)} {pick(['&', '|', '^'])} {pick(['3', 'si'])}",
    ])


def exponential():
    name = pick("exp exp log log expm1 log1p log2 tanh sqrt".split())
    argument = pick([array(), array(), pick(SCALARS), pick(PLAIN), f"{pick('z m q v s s2 h cube'.split())} * {pick(['10', '-3', '0.01', '300', '1e-9'])}"])
    return f"np.{name}({argument})"


def two_logs():
    left = array(FLOATS)
    return f"np.logaddexp({left}, {partner(left)})"


def powers():
    left = array()
    return pick([f"{left} ** {pick(['2', '3', '0.5', '-1', '-2', '0', '2.0', '1.5', '0.1'])}", f"np.power({left}, {partner(left)})", f"2 ** {pick(INTS[:1] + ['k', 'j'] + FLOATS)}", f"2.0 ** {pick(SCALARS)}"])


def unary():
    name = pick("abs negative square sign floor ceil trunc rint isnan isinf isfinite signbit positive".split())
    return pick([f"np.{name}({pick([array(), pick(SCALARS)])})", f"-{array()}", f"abs({array()})"])


def reduction():
    a = pick([array(), array(), "many", "hundred", "m.T", "cube.T", "cube[:, ::2]", "hundred.reshape(4, 25)", "hundred.reshape(25, 4)", "cube.transpose(1, 0, 2)", "s2.T", "(m * 2).T * 3", "many[:1000].astype(np.float32)", "hundred.astype(np.float16)", "many.reshape(9, 1000)"])
    name = pick("sum sum sum mean mean max min prod any all argmax argmin std var".split())
    rest = axis_of()
    if name in ("argmax", "argmin"):
        rest = rest.replace("axis=(0, 1)", "")
    if a in ("many", "hundred") and name == "prod":
        a = "z"
    return f"{a}.{name}({rest})" if choose.random() < 0.6 else f"np.{name}({a}{', ' + rest if rest else ''})"


def running():
    return f"np.{pick(['cumsum', 'cumprod', 'cumsum', 'sort', 'argsort'])}({pick([array([n for n in FLOATS if n not in ('edge', 'sedge', 'o')] + INTS), 'edge', 'hundred[:12]', 'cube'])}{pick(['', ', axis=0', ', axis=-1', ', axis=1', ', axis=None'])})"


KEYS = [
    "0", "-1", "1", "5", "1:", ":2", "::-1", "::2", "1:1", ":, 0", "0, 1", "-1, -1", ":, 1:", "..., 0", "None", ":, None", "[0, 1]", "[1, 0, 1]",
    "[0, -1], [1, 0]", "[2]", "np.array([0, 5])", "0, 0, 0", "None, :, 0", "...", "1.0", "'a'", "si", "k", ":, [0, 1]", "[True, False]", "np.arange(2), [1, 0]",
    "[[0, 1], [1, 0]]", "np.array([], dtype=int)", "10:20", "-2:", "::-2", "True", "0, [0, 1]", "[0], 0", ":, ::-1", "np.int64(1)",
]


def indexing():
    a = pick(FLOATS + INTS + BOOLS + ["cube"] * 4 + ["m", "j", "z", "v", "s2"] * 2)
    key = pick(KEYS) if choose.random() < 0.75 else f"{a} {pick(['>', '<', '=='])} {pick(['0', '0.5', '1'])}"
    return f"{a}[{key}]".replace("[True]", "[1]")


def assigning():
    a = pick("z m v cube i j b h s2 q".split())
    key = pick(KEYS[:30] + [f"{a} > 0"] * 6).replace("True", "1")
    value = pick(["7", "-0.5", "z", "[1, 2]", "m", "np.nan" if a not in "ij" else "3", "np.array([[9.0], [8.0]])", "0"])
    return f"t = {a}.copy()\nt[{key}] {pick(['=', '=', '=', '+=', '*=' if value != '[1, 2]' else '='])} {value}\nt"


def in_place():
    a = array("z m v i j s s2 h h2 b b2 q c".split())
    return f"t = {a}.copy()\nt {pick(['+=', '-='])} {partner(a)}\nt"


def in_place_more():
    a = array("z m v i j s s2 h h2 q c".split())
    return f"t = {a}.copy()\nu = t\nt {pick(['*=', '/=', '//=', '**='])} {partner(a) if choose.random() < 0.7 else '2'}\nu"


def shapes():
    a = pick(FLOATS + INTS + ["cube", "m", "cube", "hundred"])
    return pick([
        f"{a}.reshape({pick(['-1', '(3, 2)', '2, -1', '(-1, 1)', '4, 6', '(1, -1)', '(2, 2, -1)', '-1, -1', '(24,)'])})", f"{a}.T", f"{a}.ravel()",
        f"{a}.shape", f"{a}.ndim", f"{a}.size", f"{a}.dtype", f"np.expand_dims({a}, {pick(['0', '1', '-1', '(0, 1)'])})", f"np.squeeze({pick(['one', 'c', a])}{pick(['', ', axis=1', ', axis=0'])})",
        f"np.concatenate([{a}, {pick([a, pick(FLOATS)])}]{pick(['', ', axis=1', ', axis=-1', ', axis=None'])})", f"np.stack([{a}, {pick([a, a, 'z'])}]{pick(['', ', axis=1', ', axis=-1'])})",
        f"np.transpose(cube, {pick(['(2, 0, 1)', '(1, 0, 2)', '(0, 1)', '(0, 0, 1)'])})", f"{a}.swapaxes(0, {pick(['1', '-1'])})", f"np.vstack([{a}, {a}])", f"np.hstack([{a}, {a}])",
        f"np.broadcast_to({a}, {pick(['(2, 3)', '(4, 3)', '(2, 2, 3)', '(3,)'])})", f"{a}.tolist()", f"len({a})", f"{a}.nbytes", f"{a}.flatten()", f"np.where({a} > 0)", f"{a}.item()",
    ])


def making():
    kind = pick(["", ", dtype=np.float32", ", dtype=int", ", dtype='float16'", ", dtype=bool", ", dtype=np.float64"])
    return pick([
        f"np.{pick(['zeros', 'ones'])}({pick(['3', '(2, 3)', '()', '(0, 2)', '[2]', '-1', '2.5'])}{kind})", f"np.full({pick(['2', '(2, 2)'])}, {pick(['7', '0.1', 'np.inf', 'True', '-0.0'])}{kind if choose.random() < .4 and 'int' not in kind else ''})",
        f"np.arange({pick(['5', '0', '2, 9', '0, 1, 0.25', '5, 0, -2', '0.0, 3.0', '1, 2, 0.3', '-3, 3', '0, -1', '10.5'])}{pick(['', '', ', dtype=np.float32', ', dtype=float'])})",
        f"np.linspace({pick(['0, 1', '-5, 5', '1, 0', '0.1, 0.7', '2, 2', '-1e-3, 1e3'])}, {pick(['5', '11', '2', '1', '0', '7'])}{pick(['', '', ', endpoint=False'])})", f"np.eye({pick(['3', '2, 3', '3, k=1', '2, dtype=int'])})",
        f"np.array({pick(['[1, 2, 3]', '[1, 2.5]', '[True, 2]', '[[1, 2], [3, 4.5]]', '[]', '[[]]', '3', '2.5', '[[1], [2, 3]]', '[[1, 2], 3]', '(1, (2))', '[True, False]', 'range(4)', '[np.float32(1.5), 2]', '[z, y]', '[1e400, -0.0]', '[[[1]]]', '[z, [1, 2, 3]]', '[2**53 + 1, 0.5]', '[None]'])}{kind if choose.random() < .4 else ''})",
        f"np.{pick(['zeros_like', 'ones_like'])}({array()})", f"np.full_like({array()}, {pick(['1', '0.5'])})", f"np.eye(3){pick(['[k]', '[1]', '[[0, 0, 2]]', '[:, k]'])}",
    ])


def casting():
    return f"{pick([array(), array(), pick(SCALARS), 'many[:5] * 1e4', 'edge', 'wide * 1e4'])}.astype({pick(['np.float32', 'np.float16', 'float', 'int', 'bool', 'np.float64', repr('float32'), 'np.int64', repr('f2'), 'None'])})"


def printing():
    a = pick([array(), array(), array(), "cube", "hundred[:20]", "many", "many * 1e5", "wide", "big", "edge", "np.arange(30)", "np.arange(1200)", "np.zeros((40, 30))", f"{array()} * {pick(['1e-5', '1e6', '0.1', '1e9', '12345.678'])}", f"[{pick(SCALARS)}, {pick(SCALARS)}]", f"{pick(SCALARS)}", f"{pick(SCALARS)} * {pick(['1e5', '1e-3', '1e16', '12345'])}", f"np.exp({pick('z m'.split())})", "hundred.reshape(20, 5) > 0", "cube.reshape(2, 2, 2, 3)", "-cube[0]", "np.array([1.5, np.nan])", "np.array([np.inf, 1, -np.inf])", "np.array([1e10, np.nan, 1.0])"])
    return f"{pick(['str', 'repr'])}({a})"


def products():
    a = pick("z m q cube h2 s2 j b2 i v none none2 o".split())
    other = pick("z q y m.T q.T k j.T b2.T cube[0].T cube.swapaxes(1,2) h2.T s2.T v i b none none2.T 2 m".split())
    return pick([f"{a} @ {other}", f"np.dot({a}, {other})", f"np.matmul({a}, {other})", f"{a}.dot({other})", f"np.outer({pick('z y k s i h'.split())}, {pick('z y k v'.split())})"])


def choosing():
    a = array()
    return pick([
        f"np.where({a} > 0, {a}, {partner(a)})", f"np.where({pick(BOOLS)}, {partner('b')}, {pick(PLAIN)})", f"np.clip({a}, {pick(['0', '-1', '0.5', 'None', '1e-12'])}, {pick(['1', '2.5', 'None', '10'])})",
        f"{array(FLOATS)}.clip({pick(['0', '-1.0'])}, {pick(['1', '2.5'])})", f"np.round({a}, {pick(['0', '1', '2', '3', '-1'])})", f"{array(FLOATS)}.round({pick(['', '2'])})", f"np.isclose({a}, {partner(a)})",
        f"np.allclose({a}, {pick([a, partner(a)])})", f"np.array_equal({a}, {pick([a, array()])})", f"np.isclose({a}, {a}, equal_nan=True)",
    ])


def told():
    state = pick(["over='raise'", "all='raise'", "divide='raise'", "invalid='raise'", "all='ignore'", "over='ignore'", "divide='ignore', invalid='ignore'", "under='warn'"])
    body = pick(["np.exp(big)", "np.log(edge)", "z / 0", "f / f0", "np.exp(-big)", "edge - edge", "s * s", "np.log(-z)", "big * big", "np.sqrt(-y)", "h * h", "z.sum()", "0 * edge", "s.astype(np.float16)", "f0 / f0"])
    return f"with np.errstate({state}):\n    t = {body}\nt"


def mathematics():
    # A float that is no constant of the grammar: every digit of it counts.
    x = pick(["0.1", "1000", "-1", "0", "2.5", "1e-20", "-745.2", "710", "1e308", "float('inf')", "float('nan')", "-0.0", "5", "f", "sf", "z[0]", "True", "1 / 3", "-1e-9", "700.5"])
    name = pick("exp exp log log expm1 log1p tanh sqrt log2 ulp fabs isnan isfinite".split())
    return pick([f"math.{name}({x})", f"math.{name}({x})", f"math.pow({x}, {pick(['2', '0.5', '-1', '1000', '0'])})", f"math.fsum([0.1] * {pick(['10', '3', '7'])} + [{x}])", f"math.prod([{x}, 3, 0.5])", f"round({pick(['2.675', '0.125', '2.5', '-1.005', '1e300', 'f', '0.5'])}, {pick(['2', '1', '0', '3'])})", f"float({pick(SCALARS)})", f"int({pick(SCALARS)})", f"max({pick(SCALARS)}, {pick(PLAIN)})", f"isinstance({pick(SCALARS + ['0.5', '1'])}, {pick(['float', 'int', 'np.floating', '(int, float)'])})"])


def drawing():
    seed = pick(["0", "1", "42", "2026", "123456789012345678901234567890"])
    what = pick(["random()", "random(4)", "normal(size=5)", "normal(2.0, 0.5, size=(2, 3))", "normal()", "integers(10)", "integers(0, 10, size=6)", "integers(-5, 5, size=(2, 2))", "integers(0, 2**40, size=3)", "integers(1, 7, size=7)", "standard_normal(3)", "uniform(-1, 1, size=3)", "integers(3, endpoint=True, size=4)", "integers(5, 5)"])
    return f"r = np.random.default_rng({seed})\nt = r.{pick(['random(2)', 'normal(size=3)', 'integers(0, 9, size=3)'])}\nr.{what}"


def softmaxes():
    a = pick("z m q s2 cube big v y h2 s hundred wide".split())
    axis = pick(["-1", "-1", "0"])
    return pick([
        f"e = np.exp({a} - {a}.max(axis={axis}, keepdims=True))\ne / e.sum(axis={axis}, keepdims=True)", f"np.exp({a}) / np.sum(np.exp({a}))", f"1 / (1 + np.exp(-{a}))", f"np.log(np.exp({a}).sum(axis={axis}))",
        f"{a} - np.log(np.exp({a}).sum(axis={axis}, keepdims=True))", f"np.maximum({a}, 0) + np.log1p(np.exp(-np.abs({a})))", f"t = np.exp({a} - {a}.max())\nt / t.sum()", f"np.where({a} >= 0, 1 / (1 + np.exp(-{a})), np.exp({a}) / (1 + np.exp({a})))",
    ])


# How many of each, and how near they must come: 0 to the bit, else in units in the last place (four times
# as many in float32); 'n' is for products, which are measured by the sum of magnitudes.
FAMILIES = [
    (arithmetic, 650, 0), (scalars, 250, 0), (comparison, 200, 0), (logic, 100, 0), (unary, 200, 0), (powers, 200, 1), (exponential, 380, 1), (two_logs, 70, 1),
    (reduction, 520, 0), (running, 150, 0), (indexing, 370, 0), (assigning, 250, 0), (in_place, 120, 0), (in_place_more, 120, 0), (shapes, 330, 0), (making, 250, 0), (casting, 135, 0), (printing, 370, 0),
    (products, 250, "n"), (choosing, 250, 0), (told, 90, 1), (mathematics, 200, 1), (drawing, 100, 0), (softmaxes, 150, 4),
]


def bits(a):
    """The bytes of an array; of NaN only that it is one."""
    a = np.array(a)
    if a.dtype.kind == "f":
        a = np.where(np.isnan(a), np.asarray(np.nan, a.dtype), a)
        a = np.where(np.isnan(a), abs(a), a)
    return base64.b64encode(np.ascontiguousarray(a).tobytes()).decode().rstrip("=")


def shown(value):
    """A value as the test writes it, too: what NumPy made with type, shape and bits; what Python made as text."""
    if isinstance(value, (np.ndarray, np.generic)):
        kind = "a" if isinstance(value, np.ndarray) else "s"
        # Of long results the beginning.
        return [kind, str(value.dtype), list(value.shape), bits(value.ravel()[:KEPT])]
    if isinstance(value, tuple) and value and isinstance(value[0], np.ndarray):
        return ["t", [shown(each) for each in value]]
    if type(value) is float:
        return ["f", "float64", [], bits(value), "nan" if value != value else ""]
    return ["p", repr(value)]


def magnitudes(code, result):
    """For each number of a product, n times the sum of the magnitudes that it is the sum of: what its error is measured by."""
    if result[0] not in ("a", "s") or not result[1].startswith("float"):
        return 0
    names = {}
    exec(PRELUDE, names)
    for name, value in list(names.items()):
        if isinstance(value, (np.ndarray, np.generic)):
            names[name] = np.asarray(abs(value.astype(float)))
    left = eval(re.split(r" @|\.dot\(|, ", re.sub(r"^np\.\w+\(", "", code))[0], names)
    n = 1 if code.startswith("np.outer") or not np.ndim(left) else left.shape[-1]
    return [float(f"{n * x:.4g}") for x in np.ravel(eval(code, names))[:KEPT]]


def tried(code):
    *body, last = code.split("\n")
    names = {}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        exec(PRELUDE, names)
        caught.clear()
        try:
            exec("\n".join(body), names)
            result = shown(eval(last, names))
        except Exception as error:
            name = type(error).__name__.removeprefix("_")
            # NumPy has several for one thing, all of them hidden.
            name = {"UFuncOutputCastingError": "UFuncTypeError", "UFuncNoLoopError": "UFuncTypeError", "UFuncBinaryResolutionError": "UFuncTypeError"}.get(name, name)
            result = ["!", name, str(error).split("\n")[0]]
        told = list(dict.fromkeys(f"{w.category.__name__}: {w.message}" for w in caught))
    return result, told


# What NumPy has and this course's does not, by its own words.
def outside(result):
    text = json.dumps(result)
    return any(word in text for word in ("int8", "int32", "object", "complex", "<U", "int16", "DeprecationWarning", "uint"))


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    seen = set()
    lines = []
    for family, count, near in FAMILIES:
        made = 0
        attempts = 0
        while made < count and attempts < 60 * count:
            attempts += 1
            code = family()
            if code in seen:
                continue
            seen.add(code)
            result, told = tried(code)
            if outside([result, told]) or "SyntaxError" in result:
                continue
            within = magnitudes(code, result) if near == "n" else 1 if "**" in code else near
            lines.append(json.dumps([family.__name__, within, code, result] + ([told] if told else []), separators=(",", ":"), ensure_ascii=False))
            made += 1
    head = {"numpy": np.__version__, "python": platform.python_version(), "platform": platform.platform(), "machine": platform.machine(), "prelude": PRELUDE.strip()}
    path = os.path.join(here, "recorded.jsonl")
    with open(path, "w", encoding="utf8") as file:
        file.write("\n".join([json.dumps(head), *lines]) + "\n")
    print(len(lines), "expressions,", os.path.getsize(path), "bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
