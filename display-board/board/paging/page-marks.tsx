/* Which page of how many stands here: dots while they can be counted at a glance, else two numbers. */
import { useSay } from '../../kit/say.tsx';

const dotsMost = 9;

export function PageMarks({ page, pages }: { readonly page: number; readonly pages: number }) {
  const say = useSay();
  if (pages < 2) return null;
  return (
    <div className="pages" role="img" aria-label={say('board.page', { page: page + 1, pages })}>
      {pages <= dotsMost ? Array.from({ length: pages }, (_one, at) => <i key={at} className={at === page ? 'here' : ''} />) : <span>{page + 1}/{pages}</span>}
    </div>
  );
}
