export { openCode as POST } from '#lib/server/paper-code/open-route.ts';
