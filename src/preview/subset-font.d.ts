declare module 'subset-font' {
  /** A font with no more than the glyphs of some letters, and its axes pinned where that is asked for. */
  export default function subsetFont(
    font: Buffer,
    letters: string,
    options: { targetFormat: 'truetype' | 'woff2'; variationAxes?: Record<string, number> },
  ): Promise<Buffer>;
}
