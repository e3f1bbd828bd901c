import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles/base.css';
import './styles/list.css';
import './styles/compare.css';
import './styles/start.css';

createRoot(document.getElementById('root') as HTMLElement).render(<App />);
