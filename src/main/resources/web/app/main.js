import './app.scss';
import './ht-app.js';
