// The widget's build puts this file in the place of react-dom/client.
import { render, type ComponentChild, type ContainerNode } from 'preact';

export const createRoot = (root: ContainerNode) => ({
  render: (page: ComponentChild): void => render(page, root),
});
