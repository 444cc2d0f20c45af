/** What is drawn in these tests is drawn at once, as at build. */
import { loadPlot } from '../../components/draw/plot.ts';

await loadPlot();
