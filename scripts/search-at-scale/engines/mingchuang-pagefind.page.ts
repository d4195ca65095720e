import './mingchuang.page.ts';
