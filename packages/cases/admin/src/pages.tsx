import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';

import { CasePage } from './case-page.tsx';
import { ListPage } from './list-page.tsx';

/** The list of cases, and the page of one. */
export function Pages() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::cases.read', subject: null }]}>
      <Routes>
        <Route index element={<ListPage />} />
        <Route path=":number" element={<CasePage />} />
      </Routes>
    </Page.Protect>
  );
}
