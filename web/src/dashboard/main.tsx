import { render } from 'preact';
import '../ui/tokens.css';

const root = document.getElementById('app');
if (root !== null) render(<p>Deskhand</p>, root);
