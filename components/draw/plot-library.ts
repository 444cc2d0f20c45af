/** What widgets draw with of Observable Plot, by name, so that a bundler leaves out the rest. */
export { areaY, axisX, dot, line, link, plot, rect, ruleX, ruleY, text } from '@observablehq/plot';
