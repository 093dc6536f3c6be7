import { documentPageAt } from '../../../_documents/document-pages.tsx';

export { documentMetadata as generateMetadata } from '../../../_documents/document-pages.tsx';

export default documentPageAt('/review', 'reviewer');
