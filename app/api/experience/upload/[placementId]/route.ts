export { answerExperienceUpload as POST } from '#lib/server/experience/answer-experience-upload.ts';
