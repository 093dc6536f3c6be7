import { documentQueueAt } from '../../_documents/document-pages.tsx';

export { documentMetadata as generateMetadata } from '../../_documents/document-pages.tsx';

export default documentQueueAt('/review', 'reviewer');
