import type { Text } from '#lib/shared/problem.ts';

/** Actions of those who receive participants, and of the participant's card. */
export const INTAKE_ACTION_WORDS: Readonly<Record<string, Text>> = {
  'coachCover.create': { sv: 'En handledare täcker för en annan', en: 'One coach covers for another' },
  'coachCover.end': { sv: 'Avslutad täckning för en handledare', en: 'Ended cover for a coach' },
  'coachCover.show': { sv: 'Täckning för en handledare', en: 'Cover for a coach' },
  'experience.check': { sv: 'Kontroll av en fil med erfarenhet', en: 'Check of a file of experience' },
  'experience.import': { sv: 'Erfarenhet ur en fil', en: 'Experience from a file' },
  'experience.list': { sv: 'Egen erfarenhet', en: 'Own experience' },
  'experience.remove': { sv: 'Borttagen uppgift om erfarenhet', en: 'Removed experience' },
  'experience.save': { sv: 'Uppgift om erfarenhet', en: 'Experience' },
  'identityNumber.ask': { sv: 'Begärt personnummer', en: 'Asked for an identity number' },
  'identityNumber.show': { sv: 'Visat personnummer', en: 'Shown identity number' },
  'intake.coaches': { sv: 'Handledare och deras deltagare', en: 'Coaches and their participants' },
  'intake.handOver': { sv: 'Deltagare att lämna över', en: 'Participants to hand over' },
  'intake.list': { sv: 'Nya deltagare utan handledare', en: 'New participants without a coach' },
  'placement.handOver': { sv: 'Överlämning till andra handledare', en: 'Handing over to other coaches' },
  'placement.undoCoach': { sv: 'Ångrat val av handledare', en: 'Naming of a coach taken back' },
};
