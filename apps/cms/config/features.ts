/** The media library whose every word is translated; the new one is half in English. */
export default { useLegacyMediaLibrary: true };
