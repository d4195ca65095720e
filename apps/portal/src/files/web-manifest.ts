/** What a device needs to put the site among its apps (W3C Web Application Manifest). */
export interface WebManifest {
  id: string;
  name: string;
  short_name: string;
  description: string | undefined;
  lang: string;
  start_url: string;
  scope: string;
  display: 'standalone';
  display_override: string[];
  theme_color: string;
  background_color: string;
  icons: { src: string; type: string; sizes: string; purpose?: 'maskable' }[];
  shortcuts: { name: string; url: string }[];
}
