export { drawIcons, type DrawnIcons } from './draw-icons.ts';
export { encodePicture, type EncodedVariant, type Encoding } from './encode-picture.ts';
