/**
 * What the sandbox needs of the language, taken before a reader's code runs: that code may put anything in the place of
 * a method, and would be handed whatever the method is called on.
 */
const { apply } = Reflect;

/** A method as a function of the object that it is called on, as it is now. */
export const taken =
  <This, Args extends unknown[], Result>(method: (this: This, ...args: Args) => Result) =>
  (object: This, ...args: Args): Result =>
    apply(method, object, args);

/** A property's getter as a function of the object, as it is now. */
export const takenGetter = <Result>(prototype: object, name: string): ((object: unknown) => Result) =>
  taken(Object.getOwnPropertyDescriptor(prototype, name)!.get as (this: unknown) => Result);

export const join = taken(Array.prototype.join);
export const push = taken<unknown[], unknown[], number>(Array.prototype.push);
export const cutText = taken(String.prototype.slice);
export const startsWith = taken(String.prototype.startsWith);
export const indexIn = taken(String.prototype.indexOf);
export const repeated = taken(String.prototype.repeat);
export const match = taken<RegExp, [string], RegExpExecArray | null>(RegExp.prototype.exec);
export const { create, defineProperty, freeze, getOwnPropertyDescriptor, getPrototypeOf, hasOwn, keys } = Object;
export const { isArray } = Array;
export const { isView } = ArrayBuffer;
export const quoted = JSON.stringify;
export const text = String;
export const toNumber = Number;
export { apply };
