import { ConverterFactory } from 'opencc-js/core';
import fromHongKong from 'opencc-js/from/hk';
import toMainland from 'opencc-js/to/cn';

/** Traditional text, of Hong Kong or Taiwan, in Simplified characters. */
export const convert = ConverterFactory(fromHongKong, toMainland);
