import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepFocus } from './keep-focus.ts';
import './styles/base.css';
import './styles/list.css';
import './styles/compare.css';
import './styles/start.css';

const root = document.getElementById('root') as HTMLElement;
keepFocus(root);
createRoot(root).render(<App />);
