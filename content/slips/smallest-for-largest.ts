import type { Slip } from '../../src/notebook/slip.ts';

export default {
  says: 'It looks for the smallest logit, not for the largest.',
  hint: '`Math.max`, starting from −Infinity.',
  python: { hint: '`max`, starting from −∞.' },
  parts: [{ next: Math.min, start: () => [Infinity, 0] }, { next: Math.min }],
  in: ['onlineNormalizer'],
} satisfies Slip;
