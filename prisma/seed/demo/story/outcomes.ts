import type { StoryCalendar } from '#prisma/seed/demo/story/calendar.ts';
import type { OutcomeStory } from '#prisma/seed/demo/story/participant-story.ts';

// The outcomes of the demo: one in each state that a statement can have it in. Employers are made up.

/** Full time after two months in the service, and it has lasted: paid for the first milestone, pending for the second. */
export function lastingJob(c: StoryCalendar): OutcomeStory {
  const from = c.workday(5, 3);
  return {
    type: 'employment',
    from,
    appliedOn: null,
    employer: { name: 'Mälarfrakt Logistik AB', orgNo: '5599000055' },
    extentPercent: 100,
    registeredOn: c.workday(5, 6),
    decided: { on: c.workday(2, 16), verifiedThrough: c.workday(2, 12) },
  };
}

/** Just begun: everything is pending, and nobody has decided yet. */
export function newJob(c: StoryCalendar): OutcomeStory {
  return {
    type: 'employment',
    from: c.workday(1, 9),
    appliedOn: null,
    employer: { name: 'Gröna Linjens Storkök AB', orgNo: '5599000063' },
    extentPercent: 100,
    registeredOn: c.workday(1, 13),
    decided: null,
  };
}

/** Part time beside the service; the evidence does not reach the first milestone. */
export function partTimeJob(c: StoryCalendar): OutcomeStory {
  return {
    type: 'employment',
    from: c.workday(4, 6),
    appliedOn: null,
    employer: { name: 'Köpings Vård och Omsorg AB', orgNo: '5599000071' },
    extentPercent: 60,
    registeredOn: c.workday(4, 9),
    decided: { on: c.workday(2, 20), verifiedThrough: c.workday(2, 15) },
  };
}

export function studies(c: StoryCalendar): OutcomeStory {
  return {
    type: 'studies',
    from: c.workday(3, 24),
    appliedOn: c.workday(5, 10),
    employer: { name: 'Västerås vuxenutbildning', orgNo: null },
    extentPercent: 100,
    registeredOn: c.workday(3, 26),
    decided: { on: c.workday(1, 21), verifiedThrough: c.workday(1, 20) },
  };
}

export function rejectedJob(c: StoryCalendar): OutcomeStory {
  return {
    type: 'employment',
    from: c.workday(3, 5),
    appliedOn: null,
    employer: { name: 'Nordkustens Bygg AB', orgNo: '5599000089' },
    extentPercent: 100,
    registeredOn: c.workday(3, 9),
    decided: {
      on: c.workday(2, 18),
      rejectedBecause: 'Intyget gäller en annan person. Arbetsgivaren känner inte till någon anställning.',
    },
  };
}
