/** A dark theme in the shape that themes packages export. */
export const dark = {
  __type: 'prebuilt_appearance',
  variables: {
    colorBackground: '#16171d',
    colorNeutral: '#ffffff',
    colorPrimary: '#f4f4f6',
    colorPrimaryForeground: '#131419',
    colorForeground: '#f2f2f5',
    colorInput: '#1c1d24',
    colorInputForeground: '#f2f2f5',
    colorDanger: '#f97066',
    colorWarning: '#fdb022',
    colorSuccess: '#47cd89',
  },
};
