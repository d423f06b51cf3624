/* The picture of a plan: head, the zones of the scene on their grid, the last line. Zones that stay from one scene to the next stay as they are; others come softly. */
import { useInsertionEffect, type ComponentType } from 'react';
import type { BoardZone } from '@kuaizhao/db/domain/boards/plan.ts';
import { useSay } from '../../kit/say.tsx';
import { BaysZone } from '../zones/bays.tsx';
import { CallsZone } from '../calls/calls.tsx';
import { FiguresZone } from '../zones/figures.tsx';
import { JobsZone } from '../jobs/jobs.tsx';
import { NoticesZone } from '../zones/notices.tsx';
import { RulesZone } from '../zones/rules.tsx';
import { PolicyZone, TrainingZone } from '../zones/sheets.tsx';
import { SteadyZone } from '../jobs/steady.tsx';
import { TablesZone } from '../zones/tables.tsx';
import type { ZoneProps } from '../zones/zone-props.ts';
import { Foot, Tail } from './foot.tsx';
import { Head } from './head.tsx';

const zones: { readonly [Z in BoardZone]: ComponentType<ZoneProps> } = {
  jobs: JobsZone, calls: CallsZone, notices: NoticesZone, figures: FiguresZone, rules: RulesZone,
  tables: TablesZone, steady: SteadyZone, training: TrainingZone, policy: PolicyZone, bays: BaysZone,
};

export function Scene({ deviceId, ...props }: ZoneProps & { readonly deviceId: string }) {
  const say = useSay();
  const { state, memory, shown } = props;
  // Before anything is measured: all sizes are in rem.
  useInsertionEffect(() => { document.documentElement.style.fontSize = `${String(shown.remPx)}px`; }, [shown.remPx]);
  const grid = { gridTemplateColumns: `repeat(${String(shown.columns)}, minmax(0, 1fr))`, gridTemplateRows: `repeat(${String(shown.rows)}, minmax(0, 1fr))` };
  return (
    <main className={`board ${shown.layout} ${shown.tight ? 'tight' : ''}`} data-link={memory.link.at} data-scene={shown.scene}>
      {shown.layout !== 'strip' && !shown.tight && <Head state={state} behindMs={memory.behindMs} withLines={!shown.narrow} />}
      <div className="zones" style={grid}>
        {shown.zones.map(({ zone, x, y, w, h }) => {
          const Zone = zones[zone];
          return (
            <section key={zone} className={`zone zone-${zone}`} aria-label={say(`zone.${zone}`)} style={{ gridArea: `${String(y + 1)} / ${String(x + 1)} / span ${String(h)} / span ${String(w)}` }}>
              <div className="zone-body"><Zone {...props} /></div>
            </section>
          );
        })}
      </div>
      {shown.layout === 'strip' ? <Tail state={state} memory={memory} deviceId={deviceId} /> : <Foot state={state} memory={memory} deviceId={deviceId} narrow={shown.narrow} />}
    </main>
  );
}
