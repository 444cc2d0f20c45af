/** How large the pictures are that are shown where an address is shared, in pixels. */
export const size = { width: 1200, height: 630 };
