/* A sign or thing by its name. */
import type { ReactNode } from 'react';
import { Drawing } from '../pictures/drawing.tsx';
import { deeds } from './deeds.tsx';
import { signs } from './signs.tsx';
import { things } from './things.tsx';
import { ways } from './ways.tsx';

const icons = { ...signs, ...things, ...ways, ...deeds };
export type IconName = keyof typeof icons;

export const Icon = ({ name, className = '' }: { readonly name: IconName; readonly className?: string }): ReactNode => <Drawing className={`icon-${name} ${className}`}>{icons[name]}</Drawing>;
