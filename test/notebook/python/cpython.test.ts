/** Exceptions and syntax errors in CPython's words, as CPython 3.11 prints them, and what is missing here by its name. */
import { expect, test } from 'vitest';
import { start } from './start.ts';

const python = await start();

/** The class, the message and the line of what ends some code. */
function ended(code: string): [string, number | undefined] | undefined {
  python.reset();
  const { exception } = python.run(code);
  return exception && [`${exception.name}: ${exception.message}`, exception.line];
}

test.each<[code: string, says: string, line: number]>([
  ['x', "NameError: name 'x' is not defined", 1],
  ['1/0', 'ZeroDivisionError: division by zero', 1],
  ["{}['a']", "KeyError: 'a'", 1],
  ["[1]['a']", 'TypeError: list indices must be integers or slices, not str', 1],
  ['None[0]', "TypeError: 'NoneType' object is not subscriptable", 1],
  ['def f(x): return x\nf()', "TypeError: f() missing 1 required positional argument: 'x'", 2],
  ['def f(x,y,z): return x\nf()', "TypeError: f() missing 3 required positional arguments: 'x', 'y', and 'z'", 2],
  ['def f(x): return x\nf(1,2)', 'TypeError: f() takes 1 positional argument but 2 were given', 2],
  ["'a'+1", 'TypeError: can only concatenate str (not "int") to str', 1],
  ['[1]+1', 'TypeError: can only concatenate list (not "int") to list', 1],
  ['1+None', "TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'", 1],
  ['[1]*[2]', "TypeError: can't multiply sequence by non-int of type 'list'", 1],
  ["-'a'", "TypeError: bad operand type for unary -: 'str'", 1],
  ["1<'a'", "TypeError: '<' not supported between instances of 'int' and 'str'", 1],
  ['[1]<1', "TypeError: '<' not supported between instances of 'list' and 'int'", 1],
  ['1 in 5', "TypeError: argument of type 'int' is not iterable", 1],
  ['for x in 5: pass', "TypeError: 'int' object is not iterable", 1],
  ['a,b=[1]', 'ValueError: not enough values to unpack (expected 2, got 1)', 1],
  ['max([])', 'ValueError: max() arg is an empty sequence', 1],
  ["int('a')", "ValueError: invalid literal for int() with base 10: 'a'", 1],
  ['int([])', "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'", 1],
  ['range(1.5)', "TypeError: 'float' object cannot be interpreted as an integer", 1],
  ["int(float('nan'))", 'ValueError: cannot convert float NaN to integer', 1],
  ['5()', "TypeError: 'int' object is not callable", 1],
  ['{[1]:2}', "TypeError: unhashable type: 'list'", 1],
  ['t = (1,2)\nt[0] = 1', "TypeError: 'tuple' object does not support item assignment", 2],
  ['def f(): return f()\nf()', 'RecursionError: maximum recursion depth exceeded', 1],
  ['import math\nmath.exp(1000)', 'OverflowError: math range error', 2],
  ['import math\nmath.foo', "AttributeError: module 'math' has no attribute 'foo'", 2],
  ['x = (1', "SyntaxError: '(' was never closed", 1],
  ["'abc", 'SyntaxError: unterminated string literal (detected at line 1)', 1],
  ['def f()\n    pass', "SyntaxError: expected ':'", 1],
  ['if True:\npass', "IndentationError: expected an indented block after 'if' statement on line 1", 2],
  ['def f():\n    x = 1\n  y = 2', 'IndentationError: unindent does not match any outer indentation level', 3],
  ["print 'a'", "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?", 1],
  ['if x = 1: pass', "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?", 1],
  ['x = [1,2', "SyntaxError: '[' was never closed", 1],
  ['def f(x):\nreturn x', 'IndentationError: expected an indented block after function definition on line 1', 2],
])('%j ends as in CPython', (code, says, line) => {
  expect(ended(code)).toEqual([says, line]);
});

test.each<[code: string, says: RegExp, line: number]>([
  ['z = 1\nmatch z:\n    case 1:\n        pass', /^SyntaxError: match is not part of the Python that runs here/, 2],
  ['x = 1\ny = [*range(3), x]', /^SyntaxError: \[\*x, y\] .* not part of .*list\(x\)/, 2],
  ['d = {}\ne = {**d, "a": 1}', /^SyntaxError: \{\*\*d\} is not part of/, 2],
  ['def f(a, /, b):\n    return a', /^SyntaxError: a \/ among parameters is not part of/, 1],
  ['import torch', /^ModuleNotFoundError: No module named 'torch': here are math, numpy/, 1],
  ['x = 1\nif x && x: pass', /^SyntaxError: invalid syntax: && is no operator of Python; write and/, 2],
  ['x = 1\nx = 5 5', /^SyntaxError: invalid syntax: x = 5 5$/, 2],
])('%j says by name what is wrong, with its line', (code, says, line) => {
  const [said, at] = ended(code)!;
  expect(said).toMatch(says);
  expect(at).toBe(line);
});

test('hints of types may be imported and written', () => {
  const code =
    'from __future__ import annotations\nfrom typing import List, Optional\nimport typing as t\n' +
    'Vector = List[float]\ndef f(z: Vector, y: Optional[t.Any] = None) -> Vector:\n    return z\nf(1)';
  expect(ended(code)).toBeUndefined();
});

test('the line is that of the cell that raised it, whichever was run last', () => {
  python.reset();
  python.run('def f(x):\n    return x / 0');
  expect(python.run('1\nf(1)').exception).toMatchObject({ message: 'division by zero', cell: 0, line: 2 });
});
