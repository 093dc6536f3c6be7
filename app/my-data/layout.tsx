export { default } from '../notifications/layout.tsx';
