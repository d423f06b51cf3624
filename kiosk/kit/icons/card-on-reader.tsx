/* The drawing that needs no word: a hand lays the identity card on the reader, or takes it away. */
import type { ReactNode } from 'react';

/** `motion`: the card comes down (place), lies there (rest) or goes up (take). Stands still for those who asked their machine for less movement. */
export function CardOnReader({ motion, label }: { readonly motion: 'place' | 'rest' | 'take'; readonly label: string }): ReactNode {
  return (
    <svg className={`card-on-reader motion-${motion}`} viewBox="22 20 376 276" role="img" aria-label={label}>
      <ellipse className="floor" cx="200" cy="272" rx="168" ry="18" />
      <g className="reader">
        <path className="body" d="M62 190h276l28 62a10 10 0 0 1-9 14H43a10 10 0 0 1-9-14z" />
        <path className="plate" d="M92 204h216l15 36H77z" />
        <path className="wave" d="M176 222a34 12 0 0 1 48 0" />
        <path className="wave" d="M160 214a58 20 0 0 1 80 0" />
      </g>
      <path className="arrow" d={motion === 'take' ? 'M352 168V88m-24 24 24-26 24 26' : 'M352 84v80m-24-24 24 26 24-26'} />
      <g className="card">
        <rect className="sheet" x="108" y="62" width="184" height="116" rx="12" />
        <path className="line" d="M126 88h64M126 108h82M126 128h50M126 154h120" />
        <circle className="face" cx="250" cy="96" r="15" />
        <path className="face" d="M222 138c0-18 10-26 28-26s28 8 28 26z" />
      </g>
    </svg>
  );
}
