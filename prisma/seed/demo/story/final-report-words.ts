import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { ActivityAnswers } from '#lib/domain/final-report/final-report.ts';

type Answers = readonly [done: string, worked: string, notWorked: string];

/** What a coach who has thought of the next one writes of each activity. */
const TOLD: Partial<Record<ActivityCode, Answers>> = {
  individualMeeting: [
    'Vi träffades varje vecka på kontoret. Halva tiden gick till annonser, resten till att följa upp svar och planera nästa vecka.',
    'Att bestämma tre saker att göra till nästa gång och börja mötet med dem.',
    'Möten efter klockan tre: barnen ska hämtas på fritids, så de blev korta.',
  ],
  ownWork: [
    'Sökte själv fyra jobb i veckan på Platsbanken och skrev upp dem i en lista som vi gick igenom.',
    'Listan. Det syntes hur många det blev, och vilka som svarade.',
    'Datorn hemma gick sönder i början; biblioteket i Västerås löste det.',
  ],
  practicalSupport: [
    'Gjorde om cv och personligt brev från grunden och tog ett nytt foto tillsammans.',
    'Ett kort cv på en sida. Två arbetsgivare ringde upp samma vecka som det skickades.',
    'Intyg från tidigare arbete saknas fortfarande, företaget finns inte kvar.',
  ],
  employerContacts: [
    'Besökte tre lager på Hacksta och ringde nio till. Två provdagar blev det.',
    'Att jag följde med in första gången och presenterade.',
    'Bemanningsföretagen ville ha truckkort, det finns inte än.',
  ],
  languageSkills: [
    'Övade yrkesord för lager och säkerhet en timme i veckan, med bilder från arbetsplatsen.',
    'Bilderna, och att säga orden högt medan man gör det.',
    'Att läsa instruktioner på egen hand går långsamt ännu. Muntligt går det bra.',
  ],
  careerGuidance: [
    'Två samtal om utbildning till truckförare och vad den kostar i tid och pengar.',
    'Att räkna på studiestödet tillsammans gjorde det möjligt att bestämma sig.',
    'Kursstarten i augusti var full, nästa är i januari.',
  ],
  digitalSkills: [
    'Lärde sig e-legitimation, digital post och att bifoga filer i en ansökan.',
    'Steg för steg på den egna telefonen.',
    'Formulär som bara fungerar på dator tog mycket tid.',
  ],
  motivationalTalks: [
    'Tre samtal om vad som gör att det känns svårt att ringa arbetsgivare.',
    'Att ringa tillsammans med högtalaren på, och sedan byta.',
    'Gruppsamtalet gav inget, det blev bara tyst.',
  ],
};

export const PROGRESS =
  'I början skickades inga ansökningar alls. Nu blir det fyra i veckan, två har lett till intervju, och provdagarna gav ett bra omdöme som ligger med i cv:t.';
export const NEXT =
  'Boka truckutbildningen som börjar i januari, och ring Bilfrakt på Hacksta i november: arbetsledaren Tomas vill träffas igen då.';
/** What somebody writes who has little time: enough to be sent, too little to plan from. */
export const HURRIED_PROGRESS =
  'Deltagaren har utvecklats under tiden hos oss och har kommit en bit på vägen mot arbete.';
export const HURRIED_NEXT =
  'Deltagaren bör få mer stöd av en ny leverantör och fortsätta söka arbete inom samma område.';
export const RETURNED_BECAUSE =
  'Vilka arbetsgivare har ni haft kontakt med, och varför kom deltagaren inte till mötena? Nästa handledare behöver veta det för att kunna planera.';

/** The answers of an activity that the demo's plans hold. */
export function toldOf(activity: ActivityCode): ActivityAnswers {
  const told = TOLD[activity];
  if (told === undefined) throw new RangeError(`Nobody in the story has done ${activity}`);
  const [done, worked, notWorked] = told;
  return { done, worked, notWorked };
}
