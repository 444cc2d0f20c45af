/** A picture of its own for every chapter and every widget, shown where its address is shared. */
import { chaptersInOrder } from '../../../components/vocabulary/chapter-order.ts';
import { chapterPreview, widgetPreview, widgetsInOrder } from '../../layouts/figures.ts';
import { answered, type Preview } from '../../preview/preview.ts';

export async function getStaticPaths() {
  const of = (name: string, preview: Preview) => ({ params: { name }, props: { preview } });
  return [
    ...(await chaptersInOrder()).map((chapter) => of(chapter.id, chapterPreview(chapter))),
    ...(await widgetsInOrder()).map((shown) => of(`figure-${shown.name}`, widgetPreview(shown))),
  ];
}

export const GET = ({ props }: { props: { preview: Preview } }) => answered(props.preview);
