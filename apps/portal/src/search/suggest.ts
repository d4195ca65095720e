/** Loaded when a search box is first used: what it suggests, and how that looks. */
import '@mingchuang/search/suggest/suggest-box.define';

import styles from '../styles/suggest.css?url';

const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.href = styles;
document.head.append(sheet);
