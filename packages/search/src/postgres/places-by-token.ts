/** The places at which each token of a document stands, in order. */
export function placesByToken(tokens: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  tokens.forEach((token, place) => {
    const known = places.get(token);
    if (known) known.push(place);
    else places.set(token, [place]);
  });
  return places;
}
