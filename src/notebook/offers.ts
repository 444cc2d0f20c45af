/**
 * What an exercise offers to import from the computation module, unless its head says otherwise: the elementary
 * functions, which give nothing away. Whatever is offered stands under the code.
 */
export const usualOffers = ['exp', 'expm1', 'log', 'log1p'] as const;
