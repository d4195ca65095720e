import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';

import { SurveyPage, SurveysPage } from './surveys-page.tsx';

/** The list of surveys with answers, and what one has brought. */
export function SurveyPages() {
  return (
    <Page.Protect permissions={[{ action: 'plugin::cases.survey-read', subject: null }]}>
      <Routes>
        <Route index element={<SurveysPage />} />
        <Route path=":id" element={<SurveyPage />} />
      </Routes>
    </Page.Protect>
  );
}
