export { answerExperienceTemplate as GET } from '#lib/server/experience/experience-template.ts';
