/* F28 courses of the city, as whoever sits at the window tells somebody of one: when, where, how many places, how to join; on paper for who wants it. Changed at the city's desk only. */
import { Button, Tag } from 'antd';
import { courseSheetId } from '@kuaizhao/db/domain/content/city-offers.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { tradeName } from '../../i18n/texts.ts';
import { useSay } from '../../kit/say.tsx';
import { Facts, type FactLine } from '../parts/desk/facts.tsx';
import { paperFrom, usePrinter } from '../parts/form/choices.tsx';
import { useAct } from '../session/use-act.ts';
import { useMay } from '../session/use-may.ts';
import { useToday } from '../session/use-today.ts';

type Course = QueryReply<'trainingDemand'>['courses'][number];

export function Courses({ courses }: { readonly courses: readonly Course[] }) {
  const say = useSay();
  if (courses.length === 0) return <p className="nothing">{say('training.noCourses')}</p>;
  return (
    <>
      <p>{say('training.apply')}</p>
      <ul className="courses">{courses.map((course) => <OneCourse key={course.courseId} course={course} />)}</ul>
    </>
  );
}

function OneCourse({ course }: { readonly course: Course }) {
  const say = useSay();
  const { may } = useMay();
  const { day } = useToday();
  const { printer } = usePrinter();
  const act = useAct();
  const facts: readonly (FactLine | false)[] = [
    [say('training.when'), say('training.days', { from: course.from, until: course.until, hours: course.hours })],
    [say('training.where'), course.place], [say('training.places'), say('training.placesOf', { n: course.places })], [say('training.school'), `${course.school} ${course.phone}`],
    course.subsidy !== undefined && [say('training.subsidy'), course.subsidy], [say('training.source'), course.source],
  ];
  const print = (): void => {
    if (printer !== undefined) void act.run({ type: 'printForm', form: 'leaflet', id: courseSheetId(course.courseId), printer: paperFrom(printer) }, () => say('training.printing', { printer }));
  };
  return (
    <li>
      <p className="course-head">
        <Tag color="geekblue">{say('training.ofCity')}</Tag><b>{say.language === 'en' ? course.title.en : course.title.zh}</b><Tag>{tradeName(say.language, course.trade)}</Tag>{course.from <= day && <Tag color="orange">{say('training.begun')}</Tag>}
        {may('printForm') && printer !== undefined && <Button size="small" loading={act.busy} onClick={print}>{say('training.print')}</Button>}
      </p>
      <Facts lines={facts} />
    </li>
  );
}
