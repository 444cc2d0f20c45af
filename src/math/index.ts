/**
 * The computation module: every number of the course comes from here. Pure functions, numbers in and numbers
 * out; nothing here touches a page, and nothing is imported from outside this folder.
 */
export { exp, expm1 } from './exp.ts';
export { log, log1p } from './log.ts';
export { sigmoid, sigmoidDerivative } from './sigmoid.ts';
export { logit, odds } from './logit.ts';
export { softplus, logSigmoid } from './softplus.ts';
export { softmax, type SoftmaxOptions } from './softmax.ts';
export { logSumExp, logSoftmax } from './log-sum-exp.ts';
export { softmaxAlongAxis, logSoftmaxAlongAxis } from './axis.ts';
export { softmaxJacobian } from './softmax-jacobian.ts';
export { onlineSoftmax, type OnlineSoftmaxState } from './online-softmax.ts';
export {
  binaryCrossEntropy,
  binaryCrossEntropyGradient,
  binaryCrossEntropyWithLogits,
  binaryCrossEntropyWithLogitsGradient,
} from './binary-cross-entropy.ts';
export { crossEntropyWithLogits, crossEntropyWithLogitsGradient, negativeLogLikelihood } from './cross-entropy.ts';
export { entropy } from './entropy.ts';
export {
  naiveLogSoftmax,
  naiveLogSumExp,
  naiveSigmoid,
  naiveSigmoidExpForm,
  naiveSoftmax,
  softmaxShiftedBy,
} from './naive.ts';
export {
  decode,
  encode,
  formats,
  next,
  previous,
  round,
  ulp,
  ulpDistance,
  type Format,
  type FormatName,
} from './formats.ts';
export { exactDecimal } from './exact-decimal.ts';
export { operate, operations, type FloatEvent, type Operation, type Outcome } from './operate.ts';
export { limitsOf, type FormatLimits } from './limits.ts';
export { trace, traceNames, type Operand, type Step, type Trace, type TraceName } from './trace.ts';
export * from './text.ts';
