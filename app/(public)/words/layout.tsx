export { OpenLayout as default } from '../../_open/open-layout.tsx';
